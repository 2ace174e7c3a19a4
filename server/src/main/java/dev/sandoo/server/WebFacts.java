package dev.sandoo.server;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.addons.web.SessionInfo;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.rpc.WebClientFacts;
import java.util.List;
import java.util.Map;

/** Joins web sessions to the models that know what a session's user is told. */
record WebFacts(Models models) implements WebClientFacts {
    @Override
    public Map<String, Object> session(Transaction transaction, Caller caller, String baseUrl) {
        return SessionInfo.of(models.environment(transaction, caller), baseUrl);
    }

    @Override
    public List<String> modules(Transaction transaction, Caller caller) {
        return SessionInfo.modules(models.environment(transaction, caller));
    }
}
