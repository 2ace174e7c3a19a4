/** What a server says of itself: what it is, whether it lives and can work, and its metrics. */
package dev.sandoo.server.control.status;
