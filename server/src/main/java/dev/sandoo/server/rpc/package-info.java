/**
 * One dispatcher for all dialects: a {@link dev.sandoo.server.rpc.Call} comes in, its caller is established, what they may
 * do is checked, a transaction opened, the method run, the outcome recorded. No HTTP, XML or JSON types.
 *
 * <p>Wire values, in and out of every dialect: {@code null}, {@link Boolean}, {@link Integer}, {@link Long} (JSON only),
 * {@link java.math.BigInteger} (JSON only), {@link Double}, {@link String}, {@code byte[]} (XML-RPC's base64),
 * {@link java.time.LocalDateTime} (XML-RPC's dateTime.iso8601), {@code List<Object>} and {@code Map<String, Object>} that
 * keeps its order.
 */
package dev.sandoo.server.rpc;
