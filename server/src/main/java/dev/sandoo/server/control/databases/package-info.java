/** Databases and their snapshots: to make, put back and drop them. */
package dev.sandoo.server.control.databases;
