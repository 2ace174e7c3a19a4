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
        Account account, boolean active, Optional<String> passwordHash, boolean secondFactor, List<StoredKey> keys) {

    /** The columns that {@link #read} expects, of {@code res_users u} and {@code res_partner p}. */
    static final String COLUMNS = """
            u.id, u.login, coalesce(p.name, ''), u.partner_id, u.company_id,
            ARRAY(SELECT c.cid FROM res_company_users_rel c WHERE c.user_id = u.id),
            ARRAY(SELECT g.gid FROM res_groups_users_rel g WHERE g.uid = u.id),
            p.lang, p.tz, u.share, u.active, u.password, u.totp_secret IS NOT NULL,
            k.ids, k.names, k.scopes, k.indexes, k.hashes, k.expirations""";

    StoredAccount {
        keys = List.copyOf(keys);
    }

    /**
     * A key of scope {@code rpc}, of none, or of one that is a policy.
     *
     * @param scope empty for everything its owner may
     * @param index its first characters
     * @param expires when it ends, in UTC; empty for never
     */
    record StoredKey(int id, String name, String scope, String index, String hash, Optional<LocalDateTime> expires) {
        /** The key without what it is proved by. */
        ProvenKey proven() {
            return new ProvenKey(id, name, scope);
        }

        @Override
        public String toString() {
            return "StoredKey[id=" + id + "]";
        }

        private boolean isFor(String secretIndex, LocalDateTime now) {
            return index.equals(secretIndex)
                    && expires.filter(end -> end.isBefore(now)).isEmpty();
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
                0);
        List<Integer> ids = row.ids(14);
        List<String> names = row.texts(15);
        List<String> scopes = row.texts(16);
        List<String> indexes = row.texts(17);
        List<String> hashes = row.texts(18);
        List<Optional<LocalDateTime>> expirations = row.dateTimes(19);
        List<StoredKey> keys = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            keys.add(new StoredKey(
                    ids.get(i), names.get(i), scopes.get(i), indexes.get(i), hashes.get(i), expirations.get(i)));
        }
        return new StoredAccount(account, row.bool(11), Optional.ofNullable(row.text(12)), row.bool(13), keys);
    }

    /** What there is to judge a secret by that begins with the index, and the account as of these counters. */
    AccountRow row(String keyIndex, DatabaseMoment moment) {
        List<StoredKey> fitting =
                keys.stream().filter(key -> key.isFor(keyIndex, moment.now())).toList();
        return new AccountRow(
                account.under(moment.registry(), moment.access()),
                active,
                passwordHash,
                secondFactor,
                fitting,
                Optional.empty());
    }

    @Override
    public String toString() {
        return "StoredAccount[uid=" + account.uid() + "]";
    }
}
