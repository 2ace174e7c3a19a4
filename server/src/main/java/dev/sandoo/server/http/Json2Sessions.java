package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebSessions;
import java.util.Optional;
import java.util.Set;

/**
 * People who are logged in, before the paths that clients reach with keys. A session counts only where a person went to the
 * address themselves, which browsers say in headers that scripts of other sites cannot set. Source: wire_json2
 * session-instead-of-key.
 */
record Json2Sessions(SessionCookie cookie, WebSessions sessions) {
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** What the session proves; empty for strangers. */
    Optional<Credential> credential(HttpRequest request, Origin origin) {
        Visit visit = cookie.visit(request, origin);
        return visit.token().isPresent() && sessions.caller(visit).isPresent()
                ? Optional.of(visit.credential())
                : Optional.empty();
    }

    /** The database of the request's session; empty for strangers. */
    Optional<String> database(HttpRequest request, Origin origin) {
        Visit visit = cookie.visit(request, origin);
        return visit.token().isPresent() && sessions.caller(visit).isPresent()
                ? Optional.of(sessions.database(visit))
                : Optional.empty();
    }

    /** Whether a person navigated here. */
    static boolean isNavigation(HttpRequest request) {
        return is(request, "Sec-Fetch-Dest", Set.of("document"))
                && is(request, "Sec-Fetch-Mode", Set.of("navigate"))
                && is(request, "Sec-Fetch-Site", OWN_SITES)
                && is(request, "Sec-Fetch-User", Set.of("?1"));
    }

    private static boolean is(HttpRequest request, String header, Set<String> values) {
        return request.header(header).filter(values::contains).isPresent();
    }
}
