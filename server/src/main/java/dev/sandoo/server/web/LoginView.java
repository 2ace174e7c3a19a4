package dev.sandoo.server.web;

/**
 * What the login page shows.
 *
 * @param error what went wrong; empty when nothing did
 */
public record LoginView(Frame frame, String database, String login, String redirect, String error) {}
