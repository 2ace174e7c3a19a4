package dev.sandoo.server.rpc;

import dev.sandoo.server.error.HttpError;
import java.util.Map;
import java.util.Objects;

/** The documents about models, for callers who are known. Thread-safe. */
public final class Documentation {
    /** What Odoo's web framework says to a path that leads nowhere. */
    private static final String NOT_FOUND = "The requested URL was not found on the server. If you entered the URL"
            + " manually please check your spelling and try again.";

    private final Dispatcher dispatcher;
    private final ModelDocuments documents;

    public Documentation(Dispatcher dispatcher, ModelDocuments documents) {
        this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
        this.documents = Objects.requireNonNull(documents, "documents");
    }

    /** Every model that the caller may read. */
    public Map<String, Object> index(String database, Credential credential, Origin origin) {
        return dispatcher.asCaller(database, credential, origin, "documentation", documents::index);
    }

    /**
     * One model.
     *
     * @throws HttpError of status 404 when there is none that the caller may read
     */
    public Map<String, Object> of(String database, Credential credential, Origin origin, String model) {
        return dispatcher
                .asCaller(
                        database,
                        credential,
                        origin,
                        model + " documentation",
                        (transaction, caller) -> documents.of(transaction, caller, model))
                .orElseThrow(() -> HttpError.notFound(NOT_FOUND));
    }
}
