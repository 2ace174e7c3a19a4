package dev.sandoo.server.orm;

import dev.sandoo.server.db.Transaction;

/** Adds a database's own models and fields ({@code state = 'manual'}) to the registry of its version. */
final class CustomSchema {
    private CustomSchema() {}

    static Registry extend(Registry base, Transaction transaction) {
        return base;
    }
}
