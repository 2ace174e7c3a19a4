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
 * @param groupIds every group the user is in, implied ones included
 * @param counters as they stood when the caller was read
 * @param access the rights that held then
 * @param key the API key that proved who calls; empty for a password
 * @param session the visit over HTTP that the call belongs to; empty for XML-RPC and JSON-RPC
 * @param policy what the key's policy opens in this call; empty for a password and for a key without one
 */
public record Caller(
        String database,
        CallerUser user,
        Set<Integer> groupIds,
        Counters counters,
        AccessTables access,
        Optional<CallerKey> key,
        Optional<Session> session,
        Optional<KeyRights> policy) {

    /** The id of the user whom neither rights nor rules bind. */
    public static final int SUPERUSER_ID = 1;

    public Caller {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(user, "user");
        groupIds = Set.copyOf(groupIds);
        Objects.requireNonNull(counters, "counters");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(policy, "policy");
    }

    /** A user who calls with a password and on no visit. */
    public static Caller of(
            String database, CallerUser user, Set<Integer> groupIds, Counters counters, AccessTables access) {
        return new Caller(
                database, user, groupIds, counters, access, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same caller, proved by a key. */
    public Caller provedBy(CallerKey shown) {
        return new Caller(database, user, groupIds, counters, access, Optional.of(shown), session, policy);
    }

    /** The same caller on a visit over HTTP. */
    public Caller in(Session visit) {
        return new Caller(database, user, groupIds, counters, access, key, Optional.of(visit), policy);
    }

    /**
     * The same caller as far as a key's policy lets them.
     *
     * @param groups those of their groups that are left
     */
    public Caller boundBy(KeyRights rights, Set<Integer> groups) {
        return new Caller(database, user, groups, counters, access, key, session, Optional.of(rights));
    }

    public int uid() {
        return user.uid();
    }

    public String login() {
        return user.login();
    }

    /** The user's name, for messages. */
    public String name() {
        return user.name();
    }

    public int partnerId() {
        return user.partnerId();
    }

    public int companyId() {
        return user.companyId();
    }

    /** Every company the user may work in. */
    public List<Integer> companyIds() {
        return user.companyIds();
    }

    public Optional<String> lang() {
        return user.lang();
    }

    public Optional<String> timeZone() {
        return user.timeZone();
    }

    /** Whether this is a portal or public user. */
    public boolean share() {
        return user.share();
    }

    /** Whether neither rights nor rules bind the caller; a policy binds anybody. */
    public boolean isSuperuser() {
        return uid() == SUPERUSER_ID && policy.isEmpty();
    }

    /** Whether the caller is in the group with this external id, directly or by implication. */
    public boolean isInGroup(String externalId) {
        return access.groupId(externalId).map(groupIds::contains).orElse(false);
    }

    /** Neither rights nor the user's name belong in a log line. */
    @Override
    public String toString() {
        return "Caller[" + database + ", uid=" + uid()
                + key.map(shown -> ", key=" + shown.id()).orElse("") + "]";
    }
}
