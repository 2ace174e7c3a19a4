package dev.sandoo.server.web;

/**
 * What a page with one form and nothing else to show shows.
 *
 * @param error what was wrong with the form; empty when nothing was
 * @param next where to go after it
 */
public record FormView(Frame frame, String error, String next) {}
