/**
 * Pages for people: login, second factor, account security. Each is a form in, a call of a service, a page out; pages may do
 * nothing that services do not offer. They work without script; templates lie in {@code src/main/jte} and escape what they show.
 */
package dev.sandoo.server.web;
