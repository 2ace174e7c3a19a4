package dev.sandoo.server.web;

/**
 * What the page that asks for a code shows.
 *
 * @param remembers whether the browser can be remembered
 * @param error what went wrong; empty when nothing did
 */
public record CodeView(Frame frame, String redirect, boolean remembers, String error) {}
