/**
 * Web sessions: the tokens that browsers keep in a cookie, and what the database knows of them. What a session may do is
 * decided elsewhere.
 */
package dev.sandoo.server.auth.session;
