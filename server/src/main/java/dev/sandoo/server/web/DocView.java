package dev.sandoo.server.web;

/** What the page about the API shows. */
public record DocView(Frame frame) {}
