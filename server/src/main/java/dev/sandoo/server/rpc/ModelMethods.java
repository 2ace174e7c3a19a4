package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.orm.Models;
import java.util.List;
import java.util.Map;

/** Joins the dispatcher to the models, which know nothing of each other. */
public record ModelMethods(Models models) implements ObjectMethods {
    @Override
    public boolean hasModel(Transaction transaction, Caller caller, String model) {
        return models.hasModel(transaction, caller, model);
    }

    @Override
    public Object call(
            Transaction transaction,
            Caller caller,
            String model,
            String method,
            List<Object> args,
            Map<String, Object> kwargs) {
        return models.call(transaction, caller, model, method, args, kwargs);
    }

    @Override
    public Object callByName(
            Transaction transaction, Caller caller, String model, String method, Map<String, Object> members) {
        return models.callByName(transaction, caller, model, method, members);
    }
}
