package dev.sandoo.server.auth;

import dev.sandoo.server.db.Row;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A user and all their API keys as the database holds them, good for as long as its counter of accounts stands still.
 * {@code toString} tells no secret.
 */
record StoredAccount(
        Account account,
        boolean active,
        Optional<String> passwordHash,
        boolean secondFactor,
        List<StoredKey> keys,
        List<RoleLine> roles) {

    /** The columns that {@link #read} expects, of {@code res_users u} and {@code res_partner p}. */
    static final String COLUMNS = """
            u.id, u.login, coalesce(p.name, ''), u.partner_id, u.company_id,
            ARRAY(SELECT c.cid FROM res_company_users_rel c WHERE c.user_id = u.id),
            ARRAY(SELECT g.gid FROM res_groups_users_rel g WHERE g.uid = u.id),
            p.lang, p.tz, u.share, u.active, u.password, u.totp_secret IS NOT NULL,
            k.ids, k.names, k.scopes, k.indexes, k.hashes, k.expirations, k.states, k.untils,
            ARRAY(SELECT concat(l.date_from, '|', l.date_to, '|', array_to_string(ARRAY(
                             WITH RECURSIVE held(gid) AS (
                                 SELECT g.gid FROM res_users_role_group_rel g
                                   JOIN res_users_role r ON r.id = g.role_id AND r.active
                                  WHERE g.role_id = l.role_id
                                  UNION SELECT i.hid FROM res_groups_implied_rel i JOIN held h ON h.gid = i.gid)
                             SELECT gid FROM held), ','))
                    FROM res_users_role_line l WHERE l.user_id = u.id AND l.active)""";

    StoredAccount {
        keys = List.copyOf(keys);
        roles = List.copyOf(roles);
    }

    /**
     * A key of scope {@code rpc}, of none, or of one that is a policy.
     *
     * @param scope empty for everything its owner may
     * @param index its first characters
     * @param expires when it ends, in UTC; empty for never
     * @param until when a key that is active is suspended again, in UTC; empty for never
     */
    record StoredKey(
            int id,
            String name,
            String scope,
            String index,
            String hash,
            Optional<LocalDateTime> expires,
            String state,
            Optional<LocalDateTime> until) {
        /** The key without what it is proved by, as it stands now. */
        ProvenKey proven(LocalDateTime now) {
            boolean over = state.equals(ProvenKey.ACTIVE)
                    && until.filter(end -> !now.isBefore(end)).isPresent();
            return new ProvenKey(id, name, scope, over ? ProvenKey.SUSPENDED : state);
        }

        @Override
        public String toString() {
            return "StoredKey[id=" + id + "]";
        }

        private boolean isAlive(LocalDateTime now) {
            return expires.filter(end -> end.isBefore(now)).isEmpty();
        }
    }

    static StoredAccount read(Row row) {
        Account account = new Account(
                row.integer(1),
                row.text(2),
                row.text(3),
                row.integer(4),
                row.integer(5),
                row.ids(6),
                row.ids(7),
                Optional.ofNullable(row.text(8)),
                Optional.ofNullable(row.text(9)),
                row.bool(10),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0);
        List<Integer> ids = row.ids(14);
        List<String> names = row.texts(15);
        List<String> scopes = row.texts(16);
        List<String> indexes = row.texts(17);
        List<String> hashes = row.texts(18);
        List<Optional<LocalDateTime>> expirations = row.dateTimes(19);
        List<String> states = row.texts(20);
        List<Optional<LocalDateTime>> untils = row.dateTimes(21);
        List<StoredKey> keys = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            keys.add(new StoredKey(
                    ids.get(i),
                    names.get(i),
                    scopes.get(i),
                    indexes.get(i),
                    hashes.get(i),
                    expirations.get(i),
                    states.get(i),
                    untils.get(i)));
        }
        List<RoleLine> roles = row.texts(22).stream().map(RoleLine::parse).toList();
        return new StoredAccount(account, row.bool(11), Optional.ofNullable(row.text(12)), row.bool(13), keys, roles);
    }

    /** What there is to judge a secret by that begins with the index, and the account as of these counters. */
    AccountRow row(String keyIndex, DatabaseMoment moment) {
        List<StoredKey> fitting = keys.stream()
                .filter(key -> key.index().equals(keyIndex) && key.isAlive(moment.now()))
                .toList();
        return new AccountRow(account(moment), active, passwordHash, secondFactor, fitting, Optional.empty());
    }

    /** The account as one of its live keys stands for it. */
    Optional<Account> provedBy(int keyId, DatabaseMoment moment) {
        return keys.stream()
                .filter(key -> active && key.id() == keyId && key.isAlive(moment.now()))
                .findFirst()
                .map(key -> account(moment).provedBy(key.proven(moment.now())));
    }

    private Account account(DatabaseMoment moment) {
        Account now = roles.isEmpty()
                ? account
                : account.inGroups(RoleLine.groups(roles, moment.now().toLocalDate()));
        return now.under(moment.registry(), moment.access(), moment.accounts());
    }

    @Override
    public String toString() {
        return "StoredAccount[uid=" + account.uid() + "]";
    }
}
