package dev.sandoo.server.stub;

import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.stub.Stub.Step;
import dev.sandoo.server.stub.Stubs.StoredStub;

/**
 * How often stubs have answered and the states that their scenarios are in. A call takes its turn in a transaction of its own,
 * before anything else: turns last although the call fails, calls at once queue for them, and no turn is taken twice. Used by
 * one thread.
 */
final class StubStates {
    private static final String COUNT = "UPDATE sandoo_stub SET answered = answered + 1 WHERE id = ? AND answered < ?";

    private static final String BEGIN =
            "INSERT INTO sandoo_scenario (name, state) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";
    private static final String GO_ON = "UPDATE sandoo_scenario SET state = ? WHERE name = ?";
    private static final String STATE = "SELECT state FROM sandoo_scenario WHERE name = ? FOR UPDATE";

    private final Transaction transaction;

    StubStates(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Whether the stub's turn has come and is not over; if so this was one. */
    boolean take(StoredStub stored) {
        return !stored.stub().isStateful() || transaction.apart(() -> isInState(stored.stub()) && count(stored));
    }

    /** The scenario's row is held until the turn is taken or not. */
    private boolean isInState(Stub stub) {
        if (stub.step().isEmpty()) {
            return true;
        }
        Step step = stub.step().get();
        transaction.update(SqlFragment.of(BEGIN, step.scenario(), Step.START));
        String now = transaction
                .queryFirst(SqlFragment.of(STATE, step.scenario()), row -> row.text(1))
                .orElse(Step.START);
        return step.state().orElse(now).equals(now);
    }

    private boolean count(StoredStub stored) {
        Stub stub = stored.stub();
        boolean left = stub.times().isEmpty()
                || transaction.update(
                                SqlFragment.of(COUNT, stored.id(), stub.times().getAsInt()))
                        > 0;
        if (left) {
            stub.step()
                    .ifPresent(step -> step.next()
                            .ifPresent(next -> transaction.update(SqlFragment.of(GO_ON, next, step.scenario()))));
        }
        return left;
    }
}
