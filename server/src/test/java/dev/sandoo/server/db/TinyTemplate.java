package dev.sandoo.server.db;

import java.util.concurrent.atomic.AtomicInteger;

/** A template with one small table, for tests that do not care for models. */
record TinyTemplate(String version, String hash, AtomicInteger builds) implements Template {
    TinyTemplate(String version, String hash) {
        this(version, hash, new AtomicInteger());
    }

    @Override
    public void build(Database empty) {
        builds.incrementAndGet();
        try (Transaction transaction = empty.begin()) {
            transaction.execute(
                    "CREATE TABLE thing (id serial PRIMARY KEY, name varchar UNIQUE, price numeric, data jsonb)");
            transaction.commit();
        }
    }
}
