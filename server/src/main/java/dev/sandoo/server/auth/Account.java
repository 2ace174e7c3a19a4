package dev.sandoo.server.auth;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A user who has proved who they are, as read from the database in the same statement as the proof.
 *
 * @param companyIds every company the user may work in
 * @param groupIds the groups the user is in as the database holds them, without looking at what they imply
 * @param lang the user's language; empty when none is set
 * @param timeZone the user's time zone name; empty when none is set
 * @param share whether this is a portal or public user
 * @param key the API key that was shown; empty for a password
 * @param sessionId the web session the call belongs to; empty for RPC
 * @param registryCounter the database's counter of custom models and fields
 * @param accessCounter the database's counter of groups, rights and rules
 * @param accountCounter the database's counter of users, keys, policies and roles
 */
public record Account(
        int uid,
        String login,
        String name,
        int partnerId,
        int companyId,
        List<Integer> companyIds,
        List<Integer> groupIds,
        Optional<String> lang,
        Optional<String> timeZone,
        boolean share,
        Optional<ProvenKey> key,
        Optional<Integer> sessionId,
        long registryCounter,
        long accessCounter,
        long accountCounter) {
    public Account {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(name, "name");
        companyIds = List.copyOf(companyIds);
        groupIds = List.copyOf(groupIds);
    }

    /** The same account, proved by this key. */
    Account provedBy(ProvenKey shown) {
        return with(Optional.of(shown), sessionId, registryCounter, accessCounter, accountCounter);
    }

    /** The same account, calling in this web session. */
    Account inSession(int id) {
        return with(key, Optional.of(id), registryCounter, accessCounter, accountCounter);
    }

    /** The same account, read under these counters. */
    Account under(long registry, long access, long accounts) {
        return with(key, sessionId, registry, access, accounts);
    }

    /** The same account in these groups. */
    Account inGroups(List<Integer> ids) {
        return new Account(
                uid,
                login,
                name,
                partnerId,
                companyId,
                companyIds,
                ids,
                lang,
                timeZone,
                share,
                key,
                sessionId,
                registryCounter,
                accessCounter,
                accountCounter);
    }

    private Account with(
            Optional<ProvenKey> shown, Optional<Integer> session, long registry, long access, long accounts) {
        return new Account(
                uid,
                login,
                name,
                partnerId,
                companyId,
                companyIds,
                groupIds,
                lang,
                timeZone,
                share,
                shown,
                session,
                registry,
                access,
                accounts);
    }
}
