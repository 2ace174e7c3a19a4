/** Proving who calls: passwords, keys, second factors, sessions. It decides nothing about what they may do. */
package dev.sandoo.server.auth;
