package dev.sandoo.server.db;

import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.Json;
import dev.sandoo.server.sql.SqlNull;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the text format of COPY: tabs between values, {@code \N} for NULL, backslashes before what would be
 * misread.
 */
final class CopyText {
    private static final int CHUNK = 64 * 1024;

    private CopyText() {}

    static String statement(String table, List<String> columns) {
        String names = columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        return "COPY " + Identifiers.quote(table) + " (" + names + ") FROM STDIN";
    }

    /** Sends all rows and ends the copy. */
    static void write(Iterable<Object[]> rows, CopyIn copy) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (Object[] row : rows) {
            append(row, text);
            if (text.length() >= CHUNK) {
                send(text, copy);
            }
        }
        send(text, copy);
        copy.endCopy();
    }

    static void append(Object[] row, StringBuilder text) {
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(row[i], text);
        }
        text.append('\n');
    }

    private static void append(Object value, StringBuilder text) {
        if (value == null || value instanceof SqlNull) {
            text.append("\\N");
        } else if (value instanceof byte[] bytes) {
            text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
            escape(value instanceof Json json ? json.text() : value.toString(), text);
        }
    }

    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private static void send(StringBuilder text, CopyIn copy) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }
}
