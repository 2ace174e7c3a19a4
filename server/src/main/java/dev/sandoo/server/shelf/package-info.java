/**
 * Documents that a database keeps, a table a kind of them: under which names they stand, which take whose place, in which order
 * they are asked. What a document says belongs to the package of its kind.
 */
package dev.sandoo.server.shelf;
