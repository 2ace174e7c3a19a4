/** What Odoo's {@code base} adds: partners, users, companies, currencies, languages, sequences, parameters, external ids. */
package dev.sandoo.server.addons.base;
