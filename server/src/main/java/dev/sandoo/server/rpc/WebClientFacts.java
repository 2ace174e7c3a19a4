package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import java.util.List;
import java.util.Map;

/** What the web client asks of models that no public method tells; the composition root provides it. */
public interface WebClientFacts {
    /** Who is logged in and what they need to know of the server: {@code session_info}, as a wire value. */
    Map<String, Object> session(Transaction transaction, Caller caller, String baseUrl);

    /** The technical names of the installed modules, sorted. */
    List<String> modules(Transaction transaction, Caller caller);
}
