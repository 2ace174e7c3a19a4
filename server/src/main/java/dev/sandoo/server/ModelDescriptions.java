package dev.sandoo.server;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.load.MethodNotes;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.rpc.ModelDocuments;
import java.util.Map;
import java.util.Optional;

/**
 * Joins the documents about models to the models.
 *
 * @param version the version whose notes on methods are read, when a document is asked for
 */
record ModelDescriptions(Models models, OdooVersion version) implements ModelDocuments {
    @Override
    public Map<String, Object> index(Transaction transaction, Caller caller) {
        return models.describe(transaction, caller, MethodNotes.of(version.name()));
    }

    @Override
    public Optional<Map<String, Object>> of(Transaction transaction, Caller caller, String model) {
        return models.describe(transaction, caller, MethodNotes.of(version.name()), model);
    }
}
