/** What models tell the web client beside its calls: who is logged in, and what they need to know of the server. */
package dev.sandoo.server.addons.web;
