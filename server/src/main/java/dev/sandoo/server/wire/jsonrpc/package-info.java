/**
 * JSON-RPC as Odoo speaks it on {@code /jsonrpc} and on the web client's paths: bytes to a call, result or error to bytes.
 * Reading and writing follow Python's {@code json}, with limits.
 */
package dev.sandoo.server.wire.jsonrpc;
