package dev.sandoo.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.Caller;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;

/** Where browsers are sent. Source: recorded scenarios {@code auth_web} and {@code wire_http}. */
final class Redirects {
    static final String LOGIN = "/web/login";
    static final String CODE = "/web/login/totp";
    static final String OUTSIDERS = "/my";

    private final String home;
    private final boolean anywhere;
    private final boolean remembered;

    Redirects(OdooVersion version) {
        this.home = version.message("web.home");
        this.anywhere = version.has("web.redirects-anywhere");
        this.remembered = version.has("web.login-remembers-page");
    }

    /** The page that people who are logged in begin at. */
    String home(Caller caller) {
        return caller.isInGroup("base.group_user") ? home : OUTSIDERS;
    }

    /** The page that everybody begins at. */
    String home() {
        return home;
    }

    /** The login page that leads back to the page that was asked for. */
    String login(PageRequest request) {
        return remembered ? LOGIN + "?redirect=" + encoded(request.path() + "?" + request.queryText()) : LOGIN;
    }

    /** What strangers are answered on a page for persons: the earlier version remembers the whole address. */
    PageAnswer toLogin(PageRequest request) {
        if (remembered) {
            return PageAnswer.redirect(login(request));
        }
        String query = request.queryText().isEmpty() ? "" : "?" + request.queryText();
        return PageAnswer.found(LOGIN + "?redirect=" + encoded(request.visit().baseUrl() + request.path() + query));
    }

    /** The page for the code, with where to go after it. */
    static String code(String redirect) {
        return redirect.isEmpty() ? CODE : CODE + "?redirect=" + encoded(redirect);
    }

    /**
     * Where a form or query wants to go. The later version stays on this site; the earlier one goes wherever it is told, as
     * its Odoo does.
     */
    String wanted(String redirect) {
        return anywhere ? redirect.replaceAll("\\p{Cntrl}", "") : within(redirect);
    }

    private static String within(String redirect) {
        try {
            URI uri = new URI(redirect);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            String local = (path.startsWith("/") ? path.replaceFirst("^/+", "/") : "/" + path)
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                    + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
            return local;
        } catch (URISyntaxException unreadable) {
            return "/";
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
