package dev.sandoo.server.web;

/** What the page shows where people begin. */
public record HomeView(Frame frame, String database, String version) {}
