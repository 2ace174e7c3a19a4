/**
 * The demo records of {@code --demo}: invented ones, kept as data and created through the dispatcher like a client's. No
 * business logic, no SQL.
 */
package dev.sandoo.server.demo;
