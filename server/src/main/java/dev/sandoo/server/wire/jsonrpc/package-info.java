/**
 * JSON-RPC as Odoo speaks it on {@code /jsonrpc}: bytes to a call of a service, result or error to bytes. Reading and writing
 * follow Python's {@code json}, with limits.
 */
package dev.sandoo.server.wire.jsonrpc;
