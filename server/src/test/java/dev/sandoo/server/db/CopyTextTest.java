package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.sql.Json;
import dev.sandoo.server.sql.SqlNull;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {
    @Test
    void whatCopyWouldMisreadIsEscaped() {
        assertEquals("a\\\\b\\tc\\nd\\re\n", line("a\\b\tc\nd\re"));
    }

    @Test
    void emptyTextIsNotNull() {
        assertEquals("\t\\N\t\\N\n", line("", null, new SqlNull("int4")));
    }

    @Test
    void valuesAreWrittenAsPostgresReadsThem() {
        assertEquals(
                "7\ttrue\t2026-01-02T03:04:05\t\\\\x00ff\t{\"a\": \"b\\\\nc\"}\n",
                line(
                        7,
                        true,
                        LocalDateTime.parse("2026-01-02T03:04:05"),
                        new byte[] {0, -1},
                        new Json("{\"a\": \"b\\nc\"}")));
    }

    @Test
    void statementQuotesItsNames() {
        assertEquals(
                "COPY \"res_partner\" (\"id\", \"name\") FROM STDIN",
                CopyText.statement("res_partner", List.of("id", "name")));
    }

    private static String line(Object... row) {
        StringBuilder text = new StringBuilder();
        CopyText.append(row, text);
        return text.toString();
    }
}
