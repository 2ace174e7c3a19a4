package dev.sandoo.server.junit5;

/** When tests get a fresh database. */
public enum Fresh {
    /** Each test has a database of its own, as new. */
    PER_TEST,
    /** The tests of a class share one, which is as new when the first begins. */
    PER_CLASS
}
