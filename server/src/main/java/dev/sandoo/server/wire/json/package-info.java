/** JSON as Python's {@code json} reads and writes it, for every dialect that is made of it. Knows nothing of calls. */
package dev.sandoo.server.wire.json;
