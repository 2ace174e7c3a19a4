/**
 * Reads {@code resources/schema/<version>/} into descriptors and rejects bad data at start. It adds no default that the
 * data does not state, beyond those of {@link dev.sandoo.schema.FieldDefBuilder}.
 *
 * <p>{@code version.json} is kept by hand; everything else is written by {@code schema/tools/generate.py}, which says how
 * its lines read. {@link dev.sandoo.schema.load.SchemaLoader} reads what a server needs at each start,
 * {@link dev.sandoo.schema.load.BaseData} what a new template database needs.
 */
package dev.sandoo.schema.load;
