package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.AccessCatalog;
import dev.sandoo.server.access.AccessTables;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.access.CallerKey;
import dev.sandoo.server.access.CallerUser;
import dev.sandoo.server.access.Counters;
import dev.sandoo.server.access.Session;
import dev.sandoo.server.auth.Account;
import dev.sandoo.server.auth.ProvenKey;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.db.Transaction;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Turns an account that proved who it is into a caller with groups and rights. Thread-safe. */
public final class Callers {
    private final AccessCatalog catalog;
    private final Sessions sessions;
    private final boolean impliedGroupsAreStored;

    public Callers(OdooVersion version, AccessCatalog catalog, Sessions sessions) {
        this.sessions = sessions;
        this.catalog = catalog;
        this.impliedGroupsAreStored = version.has("groups.implied-stored");
    }

    /** The caller this account is in this database; runs SQL only when the rights have changed. */
    public Caller of(String database, Account account, Transaction transaction) {
        Counters counters = new Counters(account.registryCounter(), account.accessCounter(), account.accountCounter());
        AccessTables access = catalog.tables(counters, transaction);
        Caller caller = Caller.of(database, user(account), groups(account.groupIds(), access), counters, access);
        Optional<Session> visit =
                account.sessionId().map(id -> new StoredSession(sessions, transaction, id, Optional.empty()));
        Caller visiting = visit.map(caller::in).orElse(caller);
        return account.key().map(Callers::key).map(visiting::provedBy).orElse(visiting);
    }

    private static CallerUser user(Account account) {
        return new CallerUser(
                account.uid(),
                account.login(),
                account.name(),
                account.partnerId(),
                account.companyId(),
                account.companyIds(),
                account.lang(),
                account.timeZone(),
                account.share());
    }

    private static CallerKey key(ProvenKey key) {
        return new CallerKey(key.id(), key.name(), key.scope(), key.state());
    }

    private Set<Integer> groups(Collection<Integer> ids, AccessTables access) {
        return impliedGroupsAreStored ? Set.copyOf(ids) : access.withImplied(ids);
    }
}
