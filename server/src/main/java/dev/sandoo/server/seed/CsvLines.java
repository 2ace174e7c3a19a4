package dev.sandoo.server.seed;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them, and keeps count of lines. Serves one file. */
final class CsvLines {
    private final String text;
    private int position;
    private int line = 1;

    /** @param line on which it begins */
    record Row(int line, List<String> cells) {}

    CsvLines(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** All rows that are not empty. */
    List<Row> read() {
        List<Row> rows = new ArrayList<>();
        while (position < text.length()) {
            Row row = row();
            if (!row.cells().equals(List.of(""))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() {
        int start = line;
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (skip(','));
        skip('\r');
        if (skip('\n')) {
            line++;
        }
        return new Row(start, cells);
    }

    private String cell() {
        if (!skip('"')) {
            int start = position;
            while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
                position++;
            }
            return text.substring(start, position);
        }
        StringBuilder cell = new StringBuilder();
        while (position < text.length()) {
            char next = text.charAt(position++);
            if (next == '"' && !skip('"')) {
                break;
            }
            line += next == '\n' ? 1 : 0;
            cell.append(next);
        }
        return cell.toString();
    }

    private boolean skip(char expected) {
        boolean there = position < text.length() && text.charAt(position) == expected;
        position += there ? 1 : 0;
        return there;
    }
}
