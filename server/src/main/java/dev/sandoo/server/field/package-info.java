/**
 * One class per field type: wire value to record value and back, column type, SQL value. This package alone crosses between
 * wire and table ("empty" is {@code false} on the wire and NULL in the table). No access checks, no registry look-ups.
 */
package dev.sandoo.server.field;
