package dev.sandoo.server.wire.json2;

import dev.sandoo.server.error.HttpError;
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
 */
public record Json2Request(String database, String path, Optional<String> authorization, Origin origin) {
    private static final Pattern BEARER = Pattern.compile("bearer\\s+(.+)", Pattern.CASE_INSENSITIVE);

    public Json2Request {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(authorization, "authorization");
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * The key that the client shows.
     *
     * @throws HttpError of status 401 when it shows none
     */
    Credential credential() {
        return authorization
                .map(header -> BEARER.matcher(header.strip()))
                .filter(Matcher::matches)
                .map(match -> new Credential.Bearer(match.group(1)))
                .orElseThrow(() -> HttpError.unauthorized(
                        "User not authenticated, use an API Key with a Bearer Authorization header."));
    }

    @Override
    public String toString() {
        return "Json2Request[" + database + " " + path + "]";
    }
}
