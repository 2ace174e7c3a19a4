/** How the client speaks to the server. Nothing here is for callers: it may change at any time. */
package dev.sandoo.client.internal;
