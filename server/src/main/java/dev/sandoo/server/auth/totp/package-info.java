/** The second factor: secrets, codes, and the devices that need no code. It opens no sessions and shows no pages. */
package dev.sandoo.server.auth.totp;
