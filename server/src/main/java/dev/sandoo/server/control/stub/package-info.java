/** The stubs of a database: {@code /databases/{db}/stubs}. */
package dev.sandoo.server.control.stub;
