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

    /** A cell begins with a quotation mark and has none at its end. */
    static final class OpenQuoteException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int line;

        OpenQuoteException(int line) {
            super("a cell that begins with a quotation mark does not end");
            this.line = line;
        }

        /** On which the cell begins. */
        int line() {
            return line;
        }
    }

    CsvLines(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * All rows that are not empty.
     *
     * @throws OpenQuoteException when a quoted cell does not end
     */
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
        int start = line;
        StringBuilder cell = new StringBuilder();
        while (position < text.length()) {
            char next = text.charAt(position++);
            if (next == '"' && !skip('"')) {
                return cell.toString();
            }
            line += next == '\n' ? 1 : 0;
            cell.append(next);
        }
        throw new OpenQuoteException(start);
    }

    private boolean skip(char expected) {
        boolean there = position < text.length() && text.charAt(position) == expected;
        position += there ? 1 : 0;
        return there;
    }
}
