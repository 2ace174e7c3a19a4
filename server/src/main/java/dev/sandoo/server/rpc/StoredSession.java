package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Session;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.db.Transaction;
import java.time.LocalDateTime;
import java.util.Optional;

/** The web session of a call, as models may look at it. Serves one transaction. */
record StoredSession(Sessions sessions, Transaction transaction, int id) implements Session {
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
