/**
 * YAML and JSON documents that people write, as trees whose values know where they stand, so that whatever reads them can say
 * of each fault in which file, line and field it is. What the fields mean is for the readers to know.
 */
package dev.sandoo.server.document;
