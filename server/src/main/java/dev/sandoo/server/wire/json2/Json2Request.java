package dev.sandoo.server.wire.json2;

import dev.sandoo.server.error.HttpError;
import dev.sandoo.server.error.SessionExpired;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Origin;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that has found its database.
 *
 * @param path names it in tracebacks and the log
 * @param authorization the header, if there is one
 * @param visitor who is logged in, when the request came without a key
 */
public record Json2Request(
        String database, String path, Optional<String> authorization, Optional<Visitor> visitor, Origin origin) {
    private static final Pattern BEARER = Pattern.compile("bearer\\s+(.+)", Pattern.CASE_INSENSITIVE);

    public Json2Request {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(authorization, "authorization");
        Objects.requireNonNull(visitor, "visitor");
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * Somebody who is logged in.
     *
     * @param navigates whether they went to the address themselves
     */
    public record Visitor(Credential session, boolean navigates) {}

    /** Whether a header shows a key. */
    public static boolean showsKey(Optional<String> authorization) {
        return authorization
                .filter(header -> BEARER.matcher(header.strip()).matches())
                .isPresent();
    }

    /**
     * What the client shows: a key, or else a session.
     *
     * @throws HttpError of status 401 when it shows neither
     */
    Credential credential() {
        Optional<Matcher> key =
                authorization.map(header -> BEARER.matcher(header.strip())).filter(Matcher::matches);
        if (key.isPresent()) {
            return new Credential.Bearer(key.get().group(1));
        }
        Visitor known = visitor.orElseThrow(() ->
                HttpError.unauthorized("User not authenticated, use an API Key with a Bearer Authorization header."));
        if (!known.navigates()) {
            throw HttpError.unauthorized("Missing \"Authorization\" or Sec-headers for interactive usage.");
        }
        return known.session();
    }

    /**
     * The session, whichever way the client came here.
     *
     * @throws SessionExpired when there is none
     */
    Credential sessionOnly() {
        return visitor.map(Visitor::session).orElseThrow(SessionExpired::new);
    }

    @Override
    public String toString() {
        return "Json2Request[" + database + " " + path + "]";
    }
}
