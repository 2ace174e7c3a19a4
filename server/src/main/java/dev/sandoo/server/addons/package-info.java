/** What the apps of Odoo add to their models: one package an app, one class an action or a group of fields. */
package dev.sandoo.server.addons;
