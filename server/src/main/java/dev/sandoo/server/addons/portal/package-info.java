/** Where customers and vendors find their documents, and the secret that opens them. */
package dev.sandoo.server.addons.portal;
