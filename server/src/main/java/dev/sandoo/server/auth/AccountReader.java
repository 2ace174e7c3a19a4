package dev.sandoo.server.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Reads accounts with all that is needed to judge a secret and to start the call. A warm account costs one small statement:
 * the counters tell whether anything about accounts has changed since it was read, in this process or another.
 * Thread-safe.
 */
final class AccountReader {
    private static final long MOST = 10_000;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final String ACCOUNT = """
            SELECT %s
              FROM res_users u
              JOIN res_partner p ON p.id = u.partner_id
              LEFT JOIN LATERAL (
                   SELECT array_agg(a.id ORDER BY a.id) AS ids, array_agg(a.name ORDER BY a.id) AS names,
                          array_agg(coalesce(a.scope, '') ORDER BY a.id) AS scopes, array_agg(a.index ORDER BY a.id) AS indexes,
                          array_agg(a.key ORDER BY a.id) AS hashes, array_agg(a.expiration_date ORDER BY a.id) AS expirations,
                          array_agg(coalesce(s.state, 'active') ORDER BY a.id) AS states, array_agg(s.until ORDER BY a.id) AS untils
                     FROM res_users_apikeys a
                     LEFT JOIN sandoo_key_state s ON s.key_id = a.id
                    WHERE a.user_id = u.id AND (a.scope IS NULL OR a.scope IN ('', 'rpc')
                                               OR a.scope IN (SELECT y.name FROM sandoo_key_policy y))) k ON TRUE
            """;

    private static final String BY_ID = "WHERE u.id = ?";
    private static final String BY_LOGIN = "WHERE u.login = ? AND u.active";
    private static final String BY_KEY_INDEX = """
            WHERE u.active AND u.id IN (SELECT b.user_id FROM res_users_apikeys b WHERE b.index = ?)
            ORDER BY u.id""";

    private static final String SESSION = "SELECT s.id, s.used, u.id FROM res_users u " + Sessions.JOIN;

    private final String select;
    private final Cache<Question, Answer> answers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(LIFE).build();

    AccountReader() {
        this.select = ACCOUNT.formatted(StoredAccount.COLUMNS);
    }

    /** What is asked of a database: the accounts that fit a condition with one value. */
    private record Question(long database, String condition, Object value) {}

    /** What was found while the counter of accounts stood there. */
    private record Answer(long counter, List<StoredAccount> accounts) {}

    /** @param keyIndex the first characters of the secret that was shown; other keys are left out */
    Optional<AccountRow> byId(Transaction transaction, int uid, String keyIndex) {
        return read(transaction, BY_ID, uid, keyIndex).stream().findFirst();
    }

    /** The active user with this login, letter for letter. */
    Optional<AccountRow> byLogin(Transaction transaction, String login, String keyIndex) {
        return read(transaction, BY_LOGIN, login, keyIndex).stream().findFirst();
    }

    /** The active users who have a key that begins so. */
    List<AccountRow> byKeyIndex(Transaction transaction, String keyIndex) {
        return read(transaction, BY_KEY_INDEX, keyIndex, keyIndex);
    }

    /** The active user with this id, as one of their live keys stands for them. */
    Optional<Account> byKeyId(Transaction transaction, int uid, int keyId) {
        DatabaseMoment moment = DatabaseMoment.of(transaction);
        return stored(transaction, moment, BY_ID, uid).stream()
                .flatMap(account -> account.provedBy(keyId, moment).stream())
                .findFirst();
    }

    /** The active user of a session that was used within a time such as this. */
    Optional<AccountRow> bySession(Transaction transaction, SessionToken token, Duration life) {
        DatabaseMoment moment = DatabaseMoment.of(transaction);
        LocalDateTime since = moment.now().minus(life);
        return transaction
                .queryFirst(SqlFragment.of(SESSION, token.digest(), since), OpenSession::read)
                .flatMap(session -> read(transaction, moment, BY_ID, session.uid(), "").stream()
                        .findFirst()
                        .map(row -> row.inSession(session.id(), session.used())));
    }

    private record OpenSession(int id, LocalDateTime used, int uid) {
        static OpenSession read(Row row) {
            return new OpenSession(row.integer(1), row.dateTimeOrNull(2), row.integer(3));
        }
    }

    private List<AccountRow> read(Transaction transaction, String condition, Object value, String keyIndex) {
        return read(transaction, DatabaseMoment.of(transaction), condition, value, keyIndex);
    }

    private List<AccountRow> read(
            Transaction transaction, DatabaseMoment moment, String condition, Object value, String keyIndex) {
        return stored(transaction, moment, condition, value).stream()
                .map(account -> account.row(keyIndex, moment))
                .toList();
    }

    private List<StoredAccount> stored(Transaction transaction, DatabaseMoment moment, String condition, Object value) {
        Question question = new Question(transaction.databaseId(), condition, value);
        Answer answer = answers.getIfPresent(question);
        if (answer == null || answer.counter() != moment.accounts()) {
            SqlFragment query = SqlFragment.of(select + condition, value);
            answer = new Answer(moment.accounts(), transaction.query(query, StoredAccount::read));
            answers.put(question, answer);
        }
        return answer.accounts();
    }
}
