/**
 * Domains: parsed from wire values into a {@link dev.sandoo.server.domain.Condition}, normalised, printed back, and matched
 * against values in memory. No connections, no table names.
 */
package dev.sandoo.server.domain;
