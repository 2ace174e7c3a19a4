package dev.sandoo.server.orm;

/** What one app adds to its models: methods, computed fields, defaults, constraints. */
@FunctionalInterface
public interface Addon {
    void register(Behaviours.Builder behaviours);
}
