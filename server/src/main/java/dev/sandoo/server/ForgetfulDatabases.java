package dev.sandoo.server;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Databases;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Databases whose memory is wiped when one is made or dropped: counters start over in a new one, so that what is remembered
 * of an earlier one with the same name would seem to be true of it.
 *
 * @param forget lets go of whatever is remembered of the database with this name
 */
record ForgetfulDatabases(Databases databases, Consumer<String> forget) implements Databases {
    @Override
    public List<String> list() {
        return databases.list();
    }

    @Override
    public Optional<Database> open(String name) {
        return databases.open(name);
    }

    @Override
    public void prepare() {
        databases.prepare();
    }

    @Override
    public void create(String name) {
        forget.accept(name);
        databases.create(name);
    }

    @Override
    public void drop(String name) {
        databases.drop(name);
        forget.accept(name);
    }

    @Override
    public void close() {
        databases.close();
    }
}
