package dev.sandoo.server.rpc;

import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.auth.session.SessionTokens;
import dev.sandoo.server.db.Databases;
import java.util.List;
import java.util.Optional;

/** Finds the database that a session is in, and the one for those who are in none yet. Thread-safe. */
final class SessionDatabases {
    private final Databases databases;
    private final KnownDatabases visible;
    private final SessionTokens tokens;
    private final String standard;
    private volatile List<String> known = List.of();

    /** @param standard where strangers go while it exists */
    SessionDatabases(Databases databases, KnownDatabases visible, SessionTokens tokens, String standard) {
        this.databases = databases;
        this.visible = visible;
        this.tokens = tokens;
        this.standard = standard;
    }

    /** The database of the visit's session; empty when it has none, or its host is not to see it. */
    Optional<String> of(Visit visit) {
        return visit.token().flatMap(this::of).filter(name -> visible.isVisible(name, visit.host()));
    }

    private Optional<String> of(SessionToken token) {
        Optional<String> found = among(known, token);
        if (found.isEmpty()) {
            known = List.copyOf(databases.list());
            found = among(known, token);
        }
        return found;
    }

    /** Where somebody without a session logs in. */
    String standard(Visit visit) {
        if (exists(standard, visit)) {
            return standard;
        }
        return visible.list(visit.host()).stream().findFirst().orElse(standard);
    }

    /** Whether there is a database of this name for the visit. */
    boolean exists(String database, Visit visit) {
        return visible.has(database, visit.host());
    }

    private boolean exists(String database) {
        return databases.open(database).isPresent();
    }

    private Optional<String> among(List<String> names, SessionToken token) {
        return names.stream()
                .filter(name -> tokens.isOf(token, name) && exists(name))
                .findFirst();
    }
}
