package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.web.PageAnswer;
import java.util.ArrayList;
import java.util.List;

/**
 * The headers of pages. Pages that Odoo has too get what its version sends, since clients compare them; what they may load is
 * said in the page itself.
 *
 * @param asOdoo what the version's login page has
 */
record PageHeaders(List<HttpAnswer.Header> asOdoo) {
    private static final List<HttpAnswer.Header> PRIVATE = List.of(
            new HttpAnswer.Header("Cache-Control", "no-store"),
            new HttpAnswer.Header("Content-Security-Policy", "frame-ancestors 'none'"),
            new HttpAnswer.Header("Referrer-Policy", "same-origin"),
            new HttpAnswer.Header("X-Content-Type-Options", "nosniff"),
            new HttpAnswer.Header("X-Frame-Options", "deny"));

    private static final List<HttpAnswer.Header> PUBLIC = List.of(
            new HttpAnswer.Header("Cache-Control", "public, max-age=3600"),
            new HttpAnswer.Header("X-Content-Type-Options", "nosniff"));

    /** Source: recorded scenarios auth_web form-fields, wire_http login-page. */
    static PageHeaders of(OdooVersion version) {
        List<HttpAnswer.Header> headers = new ArrayList<>();
        headers.add(new HttpAnswer.Header("X-Frame-Options", version.message("web.frame-options")));
        if (version.has("web.page-headers")) {
            headers.add(new HttpAnswer.Header("Cache-Control", "no-cache"));
            headers.add(new HttpAnswer.Header("Content-Security-Policy", "frame-ancestors 'self'"));
            headers.add(new HttpAnswer.Header("X-Content-Type-Options", "nosniff"));
        }
        return new PageHeaders(List.copyOf(headers));
    }

    HttpAnswer guard(HttpAnswer answer, PageAnswer page) {
        HttpAnswer guarded = answer;
        for (HttpAnswer.Header header : of(page.privacy())) {
            guarded = guarded.with(header.name(), header.value());
        }
        return page.location().isPresent()
                ? guarded.with("Location", page.location().get())
                : guarded;
    }

    private List<HttpAnswer.Header> of(PageAnswer.Privacy privacy) {
        return switch (privacy) {
            case AS_ODOO -> asOdoo;
            case PRIVATE -> PRIVATE;
            case PUBLIC -> PUBLIC;
        };
    }
}
