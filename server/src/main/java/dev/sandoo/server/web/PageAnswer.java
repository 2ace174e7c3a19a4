package dev.sandoo.server.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a browser gets.
 *
 * @param body a page, or another text
 * @param location where to go instead
 * @param privacy how much browsers are to be told
 */
public record PageAnswer(
        int status, String contentType, String body, Optional<String> location, Privacy privacy, List<Cookie> cookies) {
    private static final String HTML = "text/html; charset=utf-8";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    public PageAnswer {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
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
        return new PageAnswer(status, HTML, html, Optional.empty(), Privacy.PRIVATE, List.of());
    }

    /** A page that Odoo has too. */
    static PageAnswer asOdoo(String html) {
        return new PageAnswer(OK, HTML, html, Optional.empty(), Privacy.AS_ODOO, List.of());
    }

    static PageAnswer file(String contentType, String text) {
        return new PageAnswer(OK, contentType, text, Optional.empty(), Privacy.PUBLIC, List.of());
    }

    /** Go there with GET. */
    static PageAnswer redirect(String location) {
        return new PageAnswer(SEE_OTHER, HTML, "", Optional.of(location), Privacy.PRIVATE, List.of());
    }

    PageAnswer with(Cookie cookie) {
        List<Cookie> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new PageAnswer(status, contentType, body, location, privacy, more);
    }
}
