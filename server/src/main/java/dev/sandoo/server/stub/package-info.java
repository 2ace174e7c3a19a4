/**
 * Stubs: answers of one's own for calls that Sandoo does not emulate or that a test wants to go another way. What a stub is,
 * how it is read from a document, which calls it fits, what it answers, and where a database keeps its stubs. They stand before
 * the models, behind authentication and key policy; a database without any pays nothing for them.
 */
package dev.sandoo.server.stub;
