/** What Odoo's {@code mail} adds to records: followers, messages, activities. */
package dev.sandoo.server.addons.mail;
