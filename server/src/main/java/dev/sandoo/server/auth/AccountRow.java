package dev.sandoo.server.auth;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A user's row with what is stored of their secrets. {@code toString} tells none of it.
 *
 * @param passwordHash empty for a user without a password
 * @param secondFactor whether the account needs a second factor, and so may not use its password over RPC
 * @param keyIds the live keys that begin as the secret that was shown does
 * @param keyHashes their hashes, in the same order
 * @param lastUse when the session was last noted to be used, if the account was found by one
 */
record AccountRow(
        Account account,
        boolean active,
        Optional<String> passwordHash,
        boolean secondFactor,
        List<Integer> keyIds,
        List<String> keyHashes,
        Optional<LocalDateTime> lastUse) {

    @Override
    public String toString() {
        return "AccountRow[uid=" + account.uid() + "]";
    }

    /** Reads accounts: one statement each, with all that is needed to judge the secret and to start the call. */
    static final class Reader {
        private static final String ACCOUNT = """
                SELECT u.id, u.login, coalesce(p.name, ''), u.partner_id, u.company_id,
                       ARRAY(SELECT c.cid FROM res_company_users_rel c WHERE c.user_id = u.id),
                       ARRAY(SELECT g.gid FROM res_groups_users_rel g WHERE g.uid = u.id),
                       p.lang, p.tz, u.share,
                       (SELECT n.value FROM sandoo_counter n WHERE n.name = 'registry'),
                       (SELECT n.value FROM sandoo_counter n WHERE n.name = 'access'),
                       u.active, u.password, u.totp_secret IS NOT NULL, k.ids, k.hashes, %s
                  FROM res_users u
                  JOIN res_partner p ON p.id = u.partner_id
                  LEFT JOIN LATERAL (
                       SELECT array_agg(a.id ORDER BY a.id) AS ids, array_agg(a.key ORDER BY a.id) AS hashes
                         FROM res_users_apikeys a
                        WHERE a.user_id = u.id
                          AND a.index = ?
                          AND (a.scope IS NULL OR a.scope = 'rpc')
                          %s) k ON TRUE
                  %s
                """;

        private static final String NOT_EXPIRED =
                "AND (a.expiration_date IS NULL OR a.expiration_date >= now() AT TIME ZONE 'UTC')";

        private final String byId;
        private final String byLogin;
        private final String byKeyIndex;
        private final String bySession;

        Reader(OdooVersion version) {
            String expiry = version.has("apikeys.expiration") ? NOT_EXPIRED : "";
            String account = ACCOUNT.formatted("NULL::int, NULL::timestamp", expiry, "");
            byId = account + "WHERE u.id = ?";
            byLogin = account + "WHERE u.login = ? AND u.active";
            byKeyIndex = account + """
                    WHERE u.active
                      AND u.id IN (SELECT b.user_id FROM res_users_apikeys b WHERE b.index = ?)
                    ORDER BY u.id""";
            bySession = ACCOUNT.formatted("s.id, s.used", expiry, Sessions.JOIN);
        }

        Optional<AccountRow> byId(Transaction transaction, int uid, String keyIndex) {
            return transaction.queryFirst(SqlFragment.of(byId, keyIndex, uid), Reader::read);
        }

        Optional<AccountRow> byLogin(Transaction transaction, String login, String keyIndex) {
            return transaction.queryFirst(SqlFragment.of(byLogin, keyIndex, login), Reader::read);
        }

        List<AccountRow> byKeyIndex(Transaction transaction, String keyIndex) {
            return transaction.query(SqlFragment.of(byKeyIndex, keyIndex, keyIndex), Reader::read);
        }

        /** The active user of a session that has not ended; {@code since} is the last use that keeps one alive. */
        Optional<AccountRow> bySession(Transaction transaction, SessionToken token, LocalDateTime since) {
            return transaction.queryFirst(SqlFragment.of(bySession, "", token.digest(), since), Reader::read);
        }

        private static AccountRow read(Row row) {
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
                    Optional.ofNullable(row.integerOrNull(18)),
                    row.longOrNull(11),
                    row.longOrNull(12));
            return new AccountRow(
                    account,
                    row.bool(13),
                    Optional.ofNullable(row.text(14)),
                    row.bool(15),
                    row.ids(16),
                    row.texts(17),
                    Optional.ofNullable(row.dateTimeOrNull(19)));
        }
    }
}
