package dev.sandoo.server.audit;

import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which calls are asked for; what is empty asks nothing.
 *
 * @param since the earliest time, in UTC
 * @param until the time before which a call began, in UTC
 * @param key a key's id or name
 * @param user a user's id or login
 */
public record CallFilter(
        Optional<LocalDateTime> since,
        Optional<LocalDateTime> until,
        Optional<String> key,
        Optional<String> user,
        Optional<String> model,
        Optional<String> outcome) {
    /** Every call. */
    public static final CallFilter ALL = new CallFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String NUMBER = "\\d{1,9}";

    public CallFilter {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** The calls of one key since a time. */
    public static CallFilter ofKey(String key, Optional<LocalDateTime> since) {
        return new CallFilter(
                since, Optional.empty(), Optional.of(key), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The condition on the row {@code c} of a call. */
    SqlFragment condition() {
        List<SqlFragment> conditions = new ArrayList<>(List.of(SqlFragment.TRUE));
        since.ifPresent(time -> conditions.add(SqlFragment.of("c.time >= ?", time)));
        until.ifPresent(time -> conditions.add(SqlFragment.of("c.time < ?", time)));
        key.ifPresent(one -> conditions.add(
                one.matches(NUMBER)
                        ? SqlFragment.of("(c.key_id = ? OR c.key_name = ?)", Integer.parseInt(one), one)
                        : SqlFragment.of("c.key_name = ?", one)));
        user.ifPresent(one -> conditions.add(
                one.matches(NUMBER)
                        ? SqlFragment.of("c.user_id = ?", Integer.parseInt(one))
                        : SqlFragment.of("c.user_id IN (SELECT u.id FROM res_users u WHERE u.login = ?)", one)));
        model.ifPresent(one -> conditions.add(SqlFragment.of("c.model = ?", one)));
        outcome.ifPresent(one -> conditions.add(SqlFragment.of("c.outcome = ?", one)));
        return SqlFragment.join(" AND ", conditions);
    }
}
