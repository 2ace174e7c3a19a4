/**
 * HTTP routes of one's own: which there are, a YAML file says; what reaches one becomes a call, and its result JSON. It knows
 * nothing of sockets, and decides nothing about who may do what.
 */
package dev.sandoo.server.wire.routes;
