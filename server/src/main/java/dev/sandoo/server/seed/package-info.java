/**
 * Seeds: files of records that are to be in a database. YAML, JSON and CSV are read with the lines they stand on, put in an
 * order in which nothing refers to what comes later, and written through the models, all of them or none.
 */
package dev.sandoo.server.seed;
