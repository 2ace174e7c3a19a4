package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import java.util.Map;
import java.util.Optional;

/** Documents that describe models to clients, as wire values. */
public interface ModelDocuments {
    /** Every model that the caller may read. */
    Map<String, Object> index(Transaction transaction, Caller caller);

    /** One model; empty when there is none that the caller may read. */
    Optional<Map<String, Object>> of(Transaction transaction, Caller caller, String model);
}
