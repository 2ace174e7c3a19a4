package dev.sandoo.server.auth;

import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;

/** What a login leaves behind: a line in {@code res_users_log}, and the address an administrator found the server at. */
public final class LoginLog {
    private static final String ADD = """
            INSERT INTO res_users_log (create_uid, create_date, write_uid, write_date)
            VALUES (?, ?, ?, ?)""";

    private static final String SET_BASE_URL = """
            INSERT INTO ir_config_parameter (key, value, create_uid, create_date, write_uid, write_date)
            SELECT 'web.base.url', ?, ?, ?::timestamp, ?, ?::timestamp
             WHERE NOT EXISTS (SELECT 1 FROM ir_config_parameter f
                                WHERE f.key = 'web.base.url.freeze' AND f.value <> '')
            ON CONFLICT (key) DO UPDATE
               SET value = excluded.value, write_uid = excluded.write_uid, write_date = excluded.write_date""";

    private LoginLog() {}

    /** Notes that the user has logged in. */
    public static void add(Transaction transaction, int uid) {
        transaction.update(SqlFragment.of(ADD, uid, transaction.now(), uid, transaction.now()));
    }

    /** Takes over the address that an administrator's client says the server has, unless it is frozen. */
    public static void setBaseUrl(Transaction transaction, int uid, String url) {
        transaction.update(SqlFragment.of(SET_BASE_URL, url, uid, transaction.now(), uid, transaction.now()));
    }
}
