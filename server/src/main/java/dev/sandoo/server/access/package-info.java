/**
 * What a known caller may do: model rights, record rules (parsed from the expressions that Odoo's rules use), field groups
 * and key scopes. No passwords, no tokens.
 */
package dev.sandoo.server.access;
