/**
 * Reads {@code resources/schema/<version>/} into descriptors and rejects bad data at start. It adds no default that the
 * data does not state.
 */
package dev.sandoo.schema.load;
