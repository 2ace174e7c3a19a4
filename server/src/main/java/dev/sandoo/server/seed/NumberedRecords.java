package dev.sandoo.server.seed;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.orm.Models;
import java.util.List;
import java.util.Map;

/** Records whose ids a file gives, as they were in another database. Used once. */
final class NumberedRecords {
    private final Transaction transaction;
    private final Caller caller;
    private final Models models;

    NumberedRecords(Transaction transaction, Caller caller, Models models) {
        this.transaction = transaction;
        this.caller = caller;
        this.models = models;
    }

    /** Whether there is a record of this id, archived ones and those that the caller may not see among them. */
    boolean has(String model, int id) {
        return models.work(
                transaction,
                caller,
                env -> !env.sudo().records(model, List.of(id)).exists().isEmpty());
    }

    /** Makes the record of this id, which is not there yet, and nothing that comes with it: a product's variants have ids too. */
    void create(String model, int id, Map<String, Object> values) {
        models.work(
                transaction,
                caller,
                env -> env.with("create_product_product", false)
                        .records(model, List.of())
                        .createNumbered(id, values)
                        .id());
    }
}
