package dev.sandoo.server.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import java.util.function.Supplier;

/**
 * What was counted and added up, for as long as nothing changes. PostgreSQL looks through all records to answer a few numbers;
 * whoever asks again before anybody has written gets the answer of before. What a transaction sees is told exactly by its
 * snapshot: the transactions that had ended when it began, of all processes. So an answer holds for every transaction of the
 * same database with the same snapshot that has not written itself, and for no other. Thread-safe.
 */
final class Summaries {
    /** Bounds what lies in memory: so many answers, none of more rows, of statements no longer and of no more values. */
    private static final int MOST_ANSWERS = 500;

    private static final int MOST_ROWS = 200;
    private static final int MOST_TEXT = 8_000;
    private static final int MOST_VALUES = 1_000;

    private final Cache<Question, List<List<Object>>> answers =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

    private record Question(long database, String snapshot, SqlFragment sql) {}

    /** What the statement answered before at this snapshot, or answers now. */
    List<List<Object>> rows(long database, String snapshot, SqlFragment sql, Supplier<List<List<Object>>> query) {
        if (isLarge(sql)) {
            return query.get();
        }
        Question question = new Question(database, snapshot, sql);
        List<List<Object>> known = answers.getIfPresent(question);
        if (known != null) {
            return known;
        }
        List<List<Object>> rows = List.copyOf(query.get());
        if (rows.size() <= MOST_ROWS) {
            answers.put(question, rows);
        }
        return rows;
    }

    private static boolean isLarge(SqlFragment sql) {
        return sql.text().length() > MOST_TEXT
                || sql.parameters().stream().mapToInt(Summaries::size).sum() > MOST_VALUES;
    }

    private static int size(Object parameter) {
        if (parameter instanceof SqlArray array) {
            return array.elements().length;
        }
        return parameter instanceof String text ? 1 + text.length() / 100 : 1;
    }
}
