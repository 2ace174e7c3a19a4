package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;

/** A default that depends on time, user or company. */
@FunctionalInterface
public interface DefaultFunction {
    /** The default as a wire value; null for none. */
    Object value(Environment env, FieldDef field);
}
