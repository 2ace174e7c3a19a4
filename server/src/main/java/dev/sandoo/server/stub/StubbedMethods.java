package dev.sandoo.server.stub;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.rpc.ObjectMethods;
import dev.sandoo.server.stub.CallView.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The methods of the models with a database's stubs before them. Thread-safe. */
public final class StubbedMethods implements ObjectMethods {
    private final ObjectMethods methods;
    private final Models models;
    private final StubBook book;
    private final StubAnswers answers;

    /**
     * Puts stubs before methods.
     *
     * @param methods what is called where no stub answers
     * @param witness is told which stub answers
     * @param delays stands around the calls
     */
    public StubbedMethods(ObjectMethods methods, Models models, StubBook book, StubWitness witness, StubDelays delays) {
        this.methods = Objects.requireNonNull(methods, "methods");
        this.models = Objects.requireNonNull(models, "models");
        this.book = Objects.requireNonNull(book, "book");
        this.answers = new StubAnswers(models, witness, delays);
    }

    /** A stub that names a model is enough for it to be there. */
    @Override
    public boolean hasModel(Transaction transaction, Caller caller, String model) {
        return methods.hasModel(transaction, caller, model)
                || book.of(transaction).nameModel(model);
    }

    @Override
    public Object call(
            Transaction transaction,
            Caller caller,
            String model,
            String method,
            List<Object> args,
            Map<String, Object> kwargs) {
        Stubs stubs = book.of(transaction).about(model, method);
        if (stubs.isEmpty()) {
            return methods.call(transaction, caller, model, method, args, kwargs);
        }
        Subject subject = new Subject(caller, model, method, transaction.now());
        CallView view = CallView.of(subject, models.signature(transaction, caller, model, method), args, kwargs);
        return answers.answer(
                transaction, caller, stubs, view, () -> methods.call(transaction, caller, model, method, args, kwargs));
    }

    @Override
    public Object callByName(
            Transaction transaction, Caller caller, String model, String method, Map<String, Object> members) {
        Stubs stubs = book.of(transaction).about(model, method);
        if (stubs.isEmpty()) {
            return methods.callByName(transaction, caller, model, method, members);
        }
        CallView view = CallView.of(new Subject(caller, model, method, transaction.now()), members);
        return answers.answer(
                transaction,
                caller,
                stubs,
                view,
                () -> methods.callByName(transaction, caller, model, method, members));
    }
}
