package dev.sandoo.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a browser gets.
 *
 * @param body a page, or another text, or a file
 * @param fileName what a browser keeps it as, unless it shows it
 * @param location where to go instead
 * @param privacy how much browsers are to be told
 */
public record PageAnswer(
        int status,
        String contentType,
        byte[] body,
        Optional<String> fileName,
        Optional<String> location,
        Privacy privacy,
        List<Cookie> cookies) {
    private static final String HTML = "text/html; charset=utf-8";
    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;

    public PageAnswer {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(privacy, "privacy");
        cookies = List.copyOf(cookies);
    }

    /** Which headers go with a page. */
    public enum Privacy {
        /** Those that the version's Odoo sends with its login page, which clients compare. */
        AS_ODOO,
        /** All that keep a page to the person before it. */
        PRIVATE,
        /** A file that is the same for everybody. */
        PUBLIC
    }

    /** A cookie that scripts cannot read. */
    public record Cookie(String name, String value, Duration life) {
        @Override
        public String toString() {
            return "Cookie[" + name + "]";
        }
    }

    static PageAnswer page(String html) {
        return page(OK, html);
    }

    static PageAnswer page(int status, String html) {
        return text(status, HTML, html, Privacy.PRIVATE);
    }

    /** A page that Odoo has too. */
    static PageAnswer asOdoo(String html) {
        return text(OK, HTML, html, Privacy.AS_ODOO);
    }

    static PageAnswer file(String contentType, String text) {
        return text(OK, contentType, text, Privacy.PUBLIC);
    }

    /** A short text for a script. */
    static PageAnswer told(String json) {
        return text(OK, HTML, json, Privacy.PRIVATE);
    }

    /** A file to be kept. */
    static PageAnswer download(String contentType, String name, byte[] content) {
        return new PageAnswer(
                OK, contentType, content, Optional.of(name), Optional.empty(), Privacy.PRIVATE, List.of());
    }

    /** It is there for now. */
    static PageAnswer found(String location) {
        return elsewhere(FOUND, location);
    }

    /** Go there with GET. */
    static PageAnswer redirect(String location) {
        return elsewhere(SEE_OTHER, location);
    }

    private static PageAnswer elsewhere(int status, String location) {
        return new PageAnswer(
                status, HTML, new byte[0], Optional.empty(), Optional.of(location), Privacy.PRIVATE, List.of());
    }

    private static PageAnswer text(int status, String contentType, String text, Privacy privacy) {
        return new PageAnswer(
                status, contentType, text.getBytes(UTF_8), Optional.empty(), Optional.empty(), privacy, List.of());
    }

    PageAnswer with(Cookie cookie) {
        List<Cookie> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new PageAnswer(status, contentType, body, fileName, location, privacy, more);
    }
}
