package dev.sandoo.server.sql;

/** NULL where a value is bound, with PostgreSQL's name of its type. */
public record SqlNull(String type) {}
