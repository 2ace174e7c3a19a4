/**
 * One dispatcher for all dialects: a {@link dev.sandoo.server.rpc.Call} comes in, its caller is established, what they may
 * do is checked, a transaction opened, the method run, the outcome recorded. No HTTP, XML or JSON types.
 *
 * <p>Wire values, in and out of every dialect: {@code null}, {@link Boolean}, {@link Integer}, {@link Long} and
 * {@link java.math.BigInteger} (each only for what the one before cannot hold; XML-RPC reads them and cannot write them),
 * {@link Double}, {@link String}, {@code byte[]} (XML-RPC's base64), {@link java.time.LocalDateTime} (XML-RPC's
 * dateTime.iso8601; up to 14.0 {@link dev.sandoo.server.rpc.WireDateTime}), {@link java.nio.ByteBuffer} (only out: Python's
 * {@code bytes}, such as an attachment's {@code raw}, written as the text they hold), {@code List<Object>} and
 * {@code Map<String, Object>} that keeps its order. A map that Odoo would return with integers as keys has these as
 * {@link Integer}: JSON makes texts of them, XML-RPC refuses them.
 */
package dev.sandoo.server.rpc;
