package dev.sandoo.server.audit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How calls are written out. */
public enum ExportFormat {
    /** A JSON object on each line; {@code null} where there is nothing. */
    JSONL {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(ExportedCall call) {
            StringBuilder line = new StringBuilder("{");
            for (int i = 0; i < ExportedCall.COLUMNS.size(); i++) {
                String column = ExportedCall.COLUMNS.get(i);
                line.append(i == 0 ? "\"" : ", \"").append(column).append("\": ");
                line.append(json(column, call.values().get(i)));
            }
            return line.append("}\n").toString();
        }
    },
    /** Commas between values, the names first, as RFC 4180 has it; changes are JSON. */
    CSV {
        @Override
        String head() {
            return String.join(",", ExportedCall.COLUMNS) + END;
        }

        @Override
        String line(ExportedCall call) {
            return call.values().stream().map(ExportFormat::cell).collect(Collectors.joining(",")) + END;
        }
    };

    private static final String END = "\r\n";

    /** What begins so, spreadsheets take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    /** The format of this name. */
    public static Optional<ExportFormat> named(String name) {
        return Arrays.stream(values()).filter(one -> one.word().equals(name)).findFirst();
    }

    /** The names of all formats. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ExportFormat::word).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands before the first line. */
    abstract String head();

    abstract String line(ExportedCall call);

    private static String json(String column, String value) {
        if (value == null) {
            return column.equals("changes") ? "[]" : "null";
        }
        return ExportedCall.JSON_COLUMNS.contains(column)
                ? value
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }

    private static String cell(String value) {
        if (value == null) {
            return "";
        }
        boolean isFormula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
        String safe = isFormula ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
