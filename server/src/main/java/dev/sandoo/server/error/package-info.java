/**
 * One sealed family of errors, {@link dev.sandoo.server.error.OdooError}: each with the name, message and arguments that
 * Odoo's exception of the same kind has, and how Python prints the values those texts quote. Status codes and fault numbers
 * belong to the wire packages.
 */
package dev.sandoo.server.error;
