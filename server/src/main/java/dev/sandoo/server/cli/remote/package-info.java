/**
 * Commands for a server that runs, which they reach through its control interface: a class a command, listed in
 * {@link dev.sandoo.server.cli.remote.RemoteProgram}. They know the interface by its paths alone, as scripts do.
 */
package dev.sandoo.server.cli.remote;
