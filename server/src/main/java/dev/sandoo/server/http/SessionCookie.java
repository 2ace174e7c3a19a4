package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.session.SessionTokens;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The cookie that carries a session's token, as the version's Odoo sets it; {@code SameSite} comes on top, which no client but a
 * browser looks at. Thread-safe.
 */
final class SessionCookie {
    static final String NAME = "session_id";

    private final SessionTokens tokens;
    private final WebSessions sessions;
    private final Clock clock;
    private final Duration life;
    private final Duration shownLife;
    private final DateTimeFormatter date;
    private final boolean always;

    SessionCookie(OdooVersion version, SessionTokens tokens, WebSessions sessions, Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
        this.life = Duration.ofDays(Integer.parseInt(version.message("session.days")));
        this.shownLife = Duration.ofDays(Integer.parseInt(version.message("session.cookie-days")));
        this.date = DateTimeFormatter.ofPattern(version.message("session.cookie-date"), Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
        this.always = version.has("sessions.cookie-always");
    }

    /** The visit that a request is. */
    Visit visit(HttpRequest request, Origin origin) {
        return new Visit(origin, request.baseUrl(), request.cookie(NAME).flatMap(tokens::parse));
    }

    /** The answer with the cookie that the visit leaves, if it is to be set. */
    HttpAnswer set(HttpAnswer answer, Visit visit, HttpRequest request) {
        if (always) {
            sessions.tokenOf(visit);
        }
        return (always ? visit.token() : visit.newToken())
                .map(token -> answer.with("Set-Cookie", text(NAME, token.value(), life, shownLife, request)))
                .orElse(answer);
    }

    /** A cookie that lives so long, as a header's text. */
    String text(String name, String value, Duration lasting, HttpRequest request) {
        return text(name, value, lasting, lasting, request);
    }

    private String text(String name, String value, Duration lasting, Duration shown, HttpRequest request) {
        return name + "=" + value + "; Expires=" + date.format(clock.instant().plus(shown)) + "; Max-Age="
                + lasting.toSeconds() + (request.isSecure() ? "; Secure" : "") + "; HttpOnly; Path=/; SameSite=Lax";
    }
}
