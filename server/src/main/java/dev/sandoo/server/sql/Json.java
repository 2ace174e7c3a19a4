package dev.sandoo.server.sql;

/** A JSON text bound as {@code jsonb}. */
public record Json(String text) {}
