/**
 * Condition, order, limit and groups into one {@link dev.sandoo.server.sql.SqlFragment}. What it must know of the models, the
 * caller's rules and language it asks of {@link dev.sandoo.server.query.QueryContext}. It executes nothing.
 */
package dev.sandoo.server.query;
