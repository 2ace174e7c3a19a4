/** What the CRM app adds to its models. */
package dev.sandoo.server.addons.crm;
