package dev.sandoo.server.seed;

/** Names of records. */
final class ExternalId {
    /** The module of names that give none. */
    private static final String MODULE = "seed.";

    private ExternalId() {}

    /** The name with its module. */
    static String full(String name) {
        return name.indexOf('.') < 0 ? MODULE + name : name;
    }

    static String module(String full) {
        return full.substring(0, full.indexOf('.'));
    }

    static String name(String full) {
        return full.substring(full.indexOf('.') + 1);
    }
}
