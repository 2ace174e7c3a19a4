package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Session;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.db.Transaction;
import java.time.LocalDateTime;
import java.util.Optional;

/** The web session of a call, as models may look at it. Serves one transaction. */
record StoredSession(Sessions sessions, Transaction transaction, int id, Optional<String> host) implements Session {
    /** The same for a client that calls the server by this name. */
    StoredSession at(String name) {
        return new StoredSession(sessions, transaction, id, Optional.of(name));
    }

    @Override
    public Optional<LocalDateTime> identityProved() {
        return sessions.identityProved(transaction, id);
    }

    @Override
    public void proveIdentity(LocalDateTime moment) {
        sessions.proveIdentity(transaction, id, moment);
    }

    @Override
    public void secretsChanged() {
        sessions.renew(transaction, id);
    }
}
