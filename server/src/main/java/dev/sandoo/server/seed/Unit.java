package dev.sandoo.server.seed;

import java.util.Set;

/** What is written at once, and so comes as a whole before or after others. */
sealed interface Unit permits SeedRecord, SeedTable {
    Place place();

    /** The external ids of the records it makes. */
    Set<String> names();

    /** The external ids it refers to, its own among them or not. */
    Set<String> references();
}
