package dev.sandoo.schema;

/** A line of {@code ir.model.data}. */
public record ExternalId(int id, String module, String name, String model, int resId, boolean noUpdate) {}
