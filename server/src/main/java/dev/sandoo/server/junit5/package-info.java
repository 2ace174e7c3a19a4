/**
 * An extension for JUnit 5 (5.13 or later) and 6: one server of each version for all tests of a JVM, a fresh database for each
 * test or class, and what a test wants of it: a client, seeds, stubs, policies, a clock, the journal. It uses the server's control
 * interface, as tests in any other language do. JUnit is an optional dependency; no other package imports this one.
 */
package dev.sandoo.server.junit5;
