package dev.sandoo.server.web;

/** What the page shows that asks whether to delete a key. */
public record DeleteKeyView(Frame frame, int id, String name) {}
