/**
 * The JSON-RPC paths that the web client talks to, one class each: a session's login and end, and calls of models within it.
 * They turn parameters into calls of services; they know neither bytes nor HTTP.
 */
package dev.sandoo.server.wire.webclient;
