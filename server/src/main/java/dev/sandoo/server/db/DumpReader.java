package dev.sandoo.server.db;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Reads a dump as {@code psql} would: statements up to their semicolons, rows after a COPY up to a line with {@code \.}.
 * Commands of psql itself are passed over. Serves one dump.
 */
final class DumpReader {
    /** Statements are sent many at a time: a dump has thousands, each a round trip. */
    private static final int BATCH = 256 << 10;

    private static final Pattern COPY = Pattern.compile("(?is)\\s*COPY\\s.*\\sFROM\\s+stdin\\s*");
    private static final byte[] END_OF_ROWS = "\\.".getBytes(StandardCharsets.US_ASCII);

    private final Transaction transaction;
    private final InputStream in;
    private final SqlSplitter statement = new SqlSplitter();
    private final StringBuilder waiting = new StringBuilder();

    DumpReader(Transaction transaction, InputStream in) {
        this.transaction = transaction;
        this.in = new BufferedInputStream(in, BATCH);
    }

    /** Executes all of it in the transaction. */
    void read() throws IOException {
        for (byte[] line = line(); line != null; line = line()) {
            if (statement.isBetween() && line.length > 0 && line[0] == '\\') {
                continue;
            }
            for (String complete : statement.add(new String(line, StandardCharsets.UTF_8) + "\n")) {
                if (COPY.matcher(complete).matches()) {
                    flush();
                    transaction.copyIn(complete, new Rows());
                } else {
                    waiting.append(complete).append(";\n");
                }
            }
            if (waiting.length() > BATCH) {
                flush();
            }
        }
        flush();
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            transaction.execute(waiting.toString());
            waiting.setLength(0);
        }
    }

    /** The next line without its end; null when there is none. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    /** The rows that follow a COPY, line by line. */
    private final class Rows implements Transaction.TextRows {
        @Override
        public byte[] next() throws IOException {
            byte[] line = line();
            if (line == null || Arrays.equals(line, END_OF_ROWS)) {
                return null;
            }
            byte[] row = Arrays.copyOf(line, line.length + 1);
            row[line.length] = '\n';
            return row;
        }
    }
}
