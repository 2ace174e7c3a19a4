/** The clock of a database: {@code /databases/{db}/clock}. */
package dev.sandoo.server.control.clock;
