package dev.sandoo.server.web;

/** What the live page of calls starts with; its script fetches the rest. */
public record CallsView(Frame frame) {}
