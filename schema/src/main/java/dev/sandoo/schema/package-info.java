/**
 * What Odoo says of its models, as immutable descriptors: {@link dev.sandoo.schema.ModelDef} and
 * {@link dev.sandoo.schema.FieldDef}, the signatures of public methods, rights and rules, and the version they belong to.
 * No behaviour, JDBC, HTTP or JSON types live here; reading the data is {@code schema.load}'s work.
 */
package dev.sandoo.schema;
