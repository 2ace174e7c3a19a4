/** The faults of a database: {@code /databases/{db}/faults}. */
package dev.sandoo.server.control.fault;
