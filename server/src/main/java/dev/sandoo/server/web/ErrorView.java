package dev.sandoo.server.web;

/** What the page that refuses something shows. */
public record ErrorView(Frame frame, String title, String text) {}
