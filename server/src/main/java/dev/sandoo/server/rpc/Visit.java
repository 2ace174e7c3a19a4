package dev.sandoo.server.rpc;

import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.error.SessionExpired;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** One web request as far as its session goes: the token it came with, and the one it leaves with. Used by one thread. */
public final class Visit {
    private final Origin origin;
    private final String baseUrl;
    private Optional<SessionToken> token;
    private boolean changed;

    /**
     * A request that has just come in.
     *
     * @param token what its cookie holds, if it can be a token at all
     * @param baseUrl the address the client knows the server by, such as {@code http://localhost:8069}
     */
    public Visit(Origin origin, String baseUrl, Optional<SessionToken> token) {
        this.origin = Objects.requireNonNull(origin, "origin");
        this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
        this.token = Objects.requireNonNull(token, "token");
    }

    public Origin origin() {
        return origin;
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** The name and port of the server in the client's words. */
    public String host() {
        return baseUrl.substring(baseUrl.indexOf("://") + 3);
    }

    /** What calls in this visit prove themselves by. */
    public Credential credential() {
        return new Credential.Session(requireToken(), URI.create(baseUrl).getHost());
    }

    /** The token in effect; whether there is such a session is another question. */
    public Optional<SessionToken> token() {
        return token;
    }

    /**
     * The token in effect.
     *
     * @throws SessionExpired when there is none
     */
    public SessionToken requireToken() {
        return token.orElseThrow(SessionExpired::new);
    }

    /** Goes on with another token, which the client is given as its cookie. */
    public void become(SessionToken other) {
        token = Optional.of(other);
        changed = true;
    }

    /** The token that the client is to be given. */
    public Optional<SessionToken> newToken() {
        return changed ? token : Optional.empty();
    }
}
