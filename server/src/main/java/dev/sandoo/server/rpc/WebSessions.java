package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.error.SessionExpired;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Being logged in on the web, and logging out. Thread-safe.
 *
 * <p>Source: recorded scenario {@code auth_web}.
 */
public final class WebSessions {
    private final WebAccess access;
    private final WebClientFacts facts;

    public WebSessions(WebAccess access, WebClientFacts facts) {
        this.access = Objects.requireNonNull(access, "access");
        this.facts = Objects.requireNonNull(facts, "facts");
    }

    /** What the web client is told of the session it is in. */
    public Map<String, Object> info(Visit visit) {
        return access.inSession(visit, (transaction, caller) -> facts.session(transaction, caller, visit.baseUrl()));
    }

    /** The technical names of the installed modules. */
    public List<String> modules(Visit visit) {
        return access.inSession(visit, facts::modules);
    }

    /**
     * Lets pass visits that are logged in.
     *
     * @throws SessionExpired for others
     */
    public void require(Visit visit) {
        access.inSession(visit, (transaction, caller) -> caller);
    }

    /** Who is logged in; empty for strangers. */
    public Optional<Caller> caller(Visit visit) {
        try {
            return Optional.of(access.inSession(visit, (transaction, caller) -> caller));
        } catch (SessionExpired stranger) {
            return Optional.empty();
        }
    }

    /** Ends the visit's session, if it has one; the visit goes on as a stranger's in the same database. */
    public void logout(Visit visit) {
        String database = access.database(visit);
        visit.token()
                .filter(token -> access.databases().of(visit).isPresent())
                .ifPresent(token -> end(database, token));
        visit.become(access.tokens().make(database));
    }

    private void end(String database, SessionToken token) {
        access.transactions().in(database, transaction -> {
            access.sessions().end(transaction, token);
            transaction.commit();
            return token;
        });
    }

    /** The database of the visit's session; for those who have none, the one they would log in to. */
    public String database(Visit visit) {
        return access.database(visit);
    }

    /** The visit's token, to which forms are bound; strangers get one. */
    public SessionToken tokenOf(Visit visit) {
        if (access.databases().of(visit).isEmpty()) {
            visit.become(access.tokens().make(access.databases().standard(visit)));
        }
        return visit.requireToken();
    }

    /** Goes on in another database, as a stranger; nothing happens when there is none of that name. */
    public void choose(Visit visit, String database) {
        if (access.databases().exists(database, visit)) {
            visit.become(access.tokens().make(database));
        }
    }
}
