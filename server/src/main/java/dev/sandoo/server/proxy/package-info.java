/**
 * Stands between clients and a real Odoo, passes everything on, and writes down what it saw: a scenario, the records that were
 * read as seeds, and answers that Sandoo cannot give by itself as stubs. A test suite can then run without the real one.
 */
package dev.sandoo.server.proxy;
