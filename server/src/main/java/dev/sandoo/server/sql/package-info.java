/** SQL text that travels with its bound values, and the quoting of identifiers. No connections, no models. */
package dev.sandoo.server.sql;
