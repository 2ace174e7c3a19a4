/**
 * The public face, {@link dev.sandoo.server.EmulatorServer} and {@link dev.sandoo.server.EmulatorConfig}, and the composition
 * root that builds a running system out of the packages below. No logic of any kind.
 */
package dev.sandoo.server;
