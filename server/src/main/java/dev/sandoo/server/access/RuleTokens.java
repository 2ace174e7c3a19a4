package dev.sandoo.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a rule expression, read one after another. Used by one parse. */
final class RuleTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|#[^\\n]*|(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<word>[A-Za-z_]\\w*)|(?<sign>==|!=|[\\[\\](),.+-])");
    private static final Token END = new Token(Kind.END, "the end", -1);

    enum Kind {
        TEXT,
        NUMBER,
        WORD,
        SIGN,
        END
    }

    /** A word and where it stands. */
    record Token(Kind kind, String text, int position) {}

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    RuleTokens(String expression) {
        Matcher matcher = TOKEN.matcher(expression);
        int position = 0;
        while (position < expression.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw new IllegalArgumentException(
                        "'" + expression.charAt(position) + "' at " + position + " is not known in rules");
            }
            add(matcher, position);
            position = matcher.end();
        }
    }

    private void add(Matcher matcher, int position) {
        String text = matcher.group("text");
        if (text != null) {
            String inner = text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
            tokens.add(new Token(Kind.TEXT, inner, position));
        } else if (matcher.group("number") != null) {
            tokens.add(new Token(Kind.NUMBER, matcher.group(), position));
        } else if (matcher.group("word") != null) {
            tokens.add(new Token(Kind.WORD, matcher.group(), position));
        } else if (matcher.group("sign") != null) {
            tokens.add(new Token(Kind.SIGN, matcher.group(), position));
        }
    }

    Token peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    /** Takes the next token if it is this sign or word. */
    boolean takes(String text) {
        boolean fits = peek().text().equals(text) && (peek().kind() == Kind.SIGN || peek().kind() == Kind.WORD);
        if (fits) {
            next++;
        }
        return fits;
    }

    void require(String text) {
        if (!takes(text)) {
            throw unexpected();
        }
    }

    IllegalArgumentException unexpected() {
        Token token = peek();
        return new IllegalArgumentException(
                token.text() + (token.position() < 0 ? "" : " at " + token.position()) + " is not expected in a rule");
    }
}
