/**
 * Key policies: what the document of a policy says, and what follows from it for a call. Reading the document and judging by it
 * stand here; where calls and records are stopped stands in {@code rpc} and {@code orm}. Holds no SQL of models and no protocols.
 */
package dev.sandoo.server.access.policy;
