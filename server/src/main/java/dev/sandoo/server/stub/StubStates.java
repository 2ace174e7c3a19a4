package dev.sandoo.server.stub;

import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.stub.Stub.Step;
import dev.sandoo.server.stub.Stubs.StoredStub;

/**
 * How often stubs have answered and the states that their scenarios are in, as one call sees them. Two calls at once that use the
 * same stub meet in PostgreSQL, and the later one is tried again. Used by one thread.
 */
final class StubStates {
    private static final String ANSWERED = "SELECT answered FROM sandoo_stub WHERE id = ?";
    private static final String STATE = "SELECT state FROM sandoo_scenario WHERE name = ?";
    private static final String COUNT = "UPDATE sandoo_stub SET answered = answered + 1 WHERE id = ?";
    private static final String GO_ON = """
            INSERT INTO sandoo_scenario (name, state) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET state = excluded.state""";

    private final Transaction transaction;

    StubStates(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Whether the stub's turn has come and is not over. */
    boolean allow(StoredStub stored) {
        boolean inState = stored.stub().step().flatMap(Step::state).isEmpty()
                || isIn(stored.stub().step().get());
        return inState
                && (stored.stub().times().isEmpty()
                        || answered(stored.id()) < stored.stub().times().getAsInt());
    }

    private boolean isIn(Step step) {
        String now = transaction
                .queryFirst(SqlFragment.of(STATE, step.scenario()), row -> row.text(1))
                .orElse(Step.START);
        return now.equals(step.state().orElse(now));
    }

    private int answered(int id) {
        return transaction
                .queryFirst(SqlFragment.of(ANSWERED, id), row -> row.integer(1))
                .orElse(0);
    }

    /** Notes that the stub answers. */
    void use(StoredStub stored) {
        if (stored.stub().times().isPresent()) {
            transaction.update(SqlFragment.of(COUNT, stored.id()));
        }
        stored.stub()
                .step()
                .ifPresent(step -> step.next()
                        .ifPresent(next -> transaction.update(SqlFragment.of(GO_ON, step.scenario(), next))));
    }
}
