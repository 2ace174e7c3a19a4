/**
 * The command line: flags, environment and file become one {@link dev.sandoo.server.EmulatorConfig}, failures become one
 * clear line and an exit code. Everything but {@code main} can be called in process by a test.
 */
package dev.sandoo.server.cli;
