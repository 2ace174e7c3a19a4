package dev.sandoo.server.db;

import java.util.ArrayList;
import java.util.List;

/** Finds where statements end: at a semicolon that stands in no text, name, comment or dollar quotes. Serves one script. */
final class SqlSplitter {
    private final StringBuilder text = new StringBuilder();
    private int scanned;
    private State state = State.PLAIN;
    private String dollarTag = "";
    private int dollarStart;

    private enum State {
        PLAIN,
        /** In single quotes. */
        TEXT,
        /** In double quotes. */
        NAME,
        /** After two dashes, up to the end of the line. */
        COMMENT,
        /** Between dollar tags, as functions are written. */
        DOLLAR
    }

    /** Whether nothing of a statement has been read yet. */
    boolean isBetween() {
        return state == State.PLAIN && text.isEmpty();
    }

    /** Takes more of the script; answers the statements it completes, without comments and semicolons. */
    List<String> add(String more) {
        text.append(more);
        List<String> complete = new ArrayList<>();
        while (scanned < text.length()) {
            step(complete);
        }
        if (state == State.PLAIN && text.toString().isBlank()) {
            restart();
        }
        return complete;
    }

    private void step(List<String> complete) {
        char c = text.charAt(scanned);
        switch (state) {
            case PLAIN -> plain(c, complete);
            case TEXT -> leaveAt(c, '\'');
            case NAME -> leaveAt(c, '"');
            case COMMENT -> {
                text.deleteCharAt(scanned);
                state = c == '\n' ? State.PLAIN : State.COMMENT;
            }
            case DOLLAR -> {
                scanned++;
                if (c == '$' && endsWithTag()) {
                    state = State.PLAIN;
                }
            }
        }
    }

    private void plain(char c, List<String> complete) {
        if (c == ';') {
            String statement = text.substring(0, scanned).strip();
            String rest = text.substring(scanned + 1);
            restart();
            text.append(rest);
            if (!statement.isEmpty()) {
                complete.add(statement);
            }
            return;
        }
        if (c == '-' && scanned + 1 < text.length() && text.charAt(scanned + 1) == '-') {
            state = State.COMMENT;
            return;
        }
        scanned++;
        if (c == '\'') {
            state = State.TEXT;
        } else if (c == '"') {
            state = State.NAME;
        } else if (c == '$') {
            openDollar();
        }
    }

    private void leaveAt(char c, char quote) {
        scanned++;
        if (c == quote) {
            state = State.PLAIN; // a doubled quote opens it again at once
        }
    }

    /** After a dollar sign: {@code $$} or {@code $tag$} on the same line. */
    private void openDollar() {
        int end = scanned;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '$') {
            dollarTag = text.substring(scanned - 1, end + 1);
            dollarStart = scanned - 1;
            scanned = end + 1;
            state = State.DOLLAR;
        }
    }

    private boolean endsWithTag() {
        int start = scanned - dollarTag.length();
        // The tag that opens it ends with a dollar too, and is no end.
        return start > dollarStart && text.substring(start, scanned).equals(dollarTag);
    }

    private void restart() {
        text.setLength(0);
        scanned = 0;
    }
}
