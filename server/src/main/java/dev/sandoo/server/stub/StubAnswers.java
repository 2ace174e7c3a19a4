package dev.sandoo.server.stub;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.stub.Stubs.StoredStub;
import dev.sandoo.server.stub.Template.TemplateException;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the first stub that fits answer a call. Thread-safe. */
final class StubAnswers {
    private final Models models;
    private final StubWitness witness;
    private final StubDelays delays;

    StubAnswers(Models models, StubWitness witness, StubDelays delays) {
        this.models = models;
        this.witness = witness;
        this.delays = delays;
    }

    /**
     * What a stub answers, or the method where none fits.
     *
     * @throws dev.sandoo.server.error.OdooError what a stub or the method raises
     */
    Object answer(Transaction transaction, Caller caller, Stubs stubs, CallView call, Supplier<Object> method) {
        StubStates states = new StubStates(transaction);
        Optional<StoredStub> fitting = stubs.all().stream()
                .filter(stored -> stored.stub().fits(call) && states.take(stored))
                .findFirst();
        if (fitting.isEmpty()) {
            return method.get();
        }
        StoredStub stored = fitting.get();
        witness.answers(stored.stub().name());
        transaction.notes().remark("answered by the stub " + stored.stub().name());
        delays.hold(stored.stub().answer().delay());
        try {
            return answer(transaction, caller, stored.stub(), call, method);
        } catch (TemplateException e) {
            throw PythonError.of(
                    "NotImplementedError",
                    "Sandoo's stub " + stored.stub().name() + " cannot answer this call: " + e.getMessage());
        }
    }

    private Object answer(Transaction transaction, Caller caller, Stub stub, CallView call, Supplier<Object> method) {
        Answer answer = stub.answer();
        if (answer.error().isPresent()) {
            throw answer.error().get().of(call);
        }
        if (!answer.records().isEmpty()) {
            models.work(transaction, caller, env -> {
                answer.records().forEach(change -> change.make(env, call));
                return true;
            });
        }
        return answer.value().isPresent() ? answer.value().get().fill(call) : method.get();
    }
}
