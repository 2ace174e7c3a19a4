/**
 * What a fresh database holds: tables, constraints and indexes that follow from the schema, Sandoo's own tables, and
 * the base records with Odoo's ids. Knows the schema and {@code db}; nothing here runs while calls are served, save
 * that custom fields get their columns from the same definitions.
 */
package dev.sandoo.server.storage;
