/**
 * What users do to secure their accounts: proving who they are, API keys, the second factor. The methods and fields of the
 * wizards; what they do is done by {@code server.auth}.
 */
package dev.sandoo.server.addons.security;
