package dev.sandoo.server;

import dev.sandoo.server.db.PostgresServer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A PostgreSQL that a thread of its own starts while other parts are made. Closing waits for it and closes it. */
final class StartingPostgres implements AutoCloseable {
    private final FutureTask<PostgresServer> task;

    private StartingPostgres(FutureTask<PostgresServer> task) {
        this.task = task;
    }

    static StartingPostgres by(Supplier<PostgresServer> starter) {
        FutureTask<PostgresServer> task = new FutureTask<>(starter::get);
        Thread thread = new Thread(task, "start-postgresql");
        thread.setDaemon(true);
        thread.start();
        return new StartingPostgres(task);
    }

    /** The server, once it is up; throws what kept it from starting. */
    PostgresServer await() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", e);
        }
    }

    /** Nothing remains to be closed when it did not start; whoever waited for it was told. */
    @Override
    public void close() {
        PostgresServer server;
        try {
            server = await();
        } catch (RuntimeException notStarted) {
            return;
        }
        server.close();
    }
}
