package dev.sandoo.server.access;

import dev.sandoo.server.access.policy.KeyRights;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as read from the database at the start of the call. Immutable.
 *
 * @param database the name of the database
 * @param name the user's name, for messages
 * @param companyIds every company the user may work in, in no particular order; {@code allowed_company_ids} narrows them
 * @param lang the user's language, such as {@code en_US}; empty when none is set
 * @param timeZone the user's time zone name; empty when none is set
 * @param share whether this is a portal or public user
 * @param groupIds every group the user is in, implied ones included
 * @param key the API key that proved who calls; empty for a password
 * @param counters as they stood when the caller was read
 * @param access the rights that held then
 * @param session the visit over HTTP that the call belongs to; empty for XML-RPC and JSON-RPC
 * @param policy what the key's policy opens in this call; empty for a password and for a key without one
 */
public record Caller(
        String database,
        int uid,
        String login,
        String name,
        int partnerId,
        int companyId,
        List<Integer> companyIds,
        Optional<String> lang,
        Optional<String> timeZone,
        boolean share,
        Set<Integer> groupIds,
        Optional<CallerKey> key,
        Counters counters,
        AccessTables access,
        Optional<Session> session,
        Optional<KeyRights> policy) {

    /** The id of the user whom neither rights nor rules bind. */
    public static final int SUPERUSER_ID = 1;

    public Caller {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(name, "name");
        companyIds = List.copyOf(companyIds);
        groupIds = Set.copyOf(groupIds);
        Objects.requireNonNull(counters, "counters");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(policy, "policy");
    }

    /** A caller whom no policy binds. */
    public Caller(
            String database,
            int uid,
            String login,
            String name,
            int partnerId,
            int companyId,
            List<Integer> companyIds,
            Optional<String> lang,
            Optional<String> timeZone,
            boolean share,
            Set<Integer> groupIds,
            Optional<CallerKey> key,
            Counters counters,
            AccessTables access,
            Optional<Session> session) {
        this(
                database,
                uid,
                login,
                name,
                partnerId,
                companyId,
                companyIds,
                lang,
                timeZone,
                share,
                groupIds,
                key,
                counters,
                access,
                session,
                Optional.empty());
    }

    /** The same caller on a visit over HTTP. */
    public Caller in(Session visit) {
        return with(groupIds, Optional.of(visit), policy);
    }

    /**
     * The same caller as far as a key's policy lets them.
     *
     * @param groups those of their groups that are left
     */
    public Caller boundBy(KeyRights rights, Set<Integer> groups) {
        return with(groups, session, Optional.of(rights));
    }

    private Caller with(Set<Integer> groups, Optional<Session> visit, Optional<KeyRights> rights) {
        return new Caller(
                database,
                uid,
                login,
                name,
                partnerId,
                companyId,
                companyIds,
                lang,
                timeZone,
                share,
                groups,
                key,
                counters,
                access,
                visit,
                rights);
    }

    /** Whether neither rights nor rules bind the caller; a policy binds anybody. */
    public boolean isSuperuser() {
        return uid == SUPERUSER_ID && policy.isEmpty();
    }

    /** Whether the caller is in the group with this external id, directly or by implication. */
    public boolean isInGroup(String externalId) {
        return access.groupId(externalId).map(groupIds::contains).orElse(false);
    }

    /** Neither rights nor the user's name belong in a log line. */
    @Override
    public String toString() {
        return "Caller[" + database + ", uid=" + uid
                + key.map(shown -> ", key=" + shown.id()).orElse("") + "]";
    }
}
