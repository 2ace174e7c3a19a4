/**
 * XML-RPC as Odoo speaks it on {@code /xmlrpc/2} and {@code /xmlrpc}: bytes to a call of a service, result or error to bytes.
 * Reading follows Python's {@code xmlrpc.client}, with limits; writing gives the bytes that Python's would. Nothing here knows
 * HTTP, databases or what a method does.
 */
package dev.sandoo.server.wire.xmlrpc;
