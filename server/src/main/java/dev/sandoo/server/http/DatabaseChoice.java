package dev.sandoo.server.http;

import dev.sandoo.server.rpc.KnownDatabases;
import java.util.Optional;

/** Finds the database that a request is for: the one its header names, else its session's, else the only one there is. */
record DatabaseChoice(KnownDatabases databases) {
    private static final String HEADER = "X-Odoo-Database";

    /** Empty when the header names none that exists, or none is named and there are several. */
    Optional<String> of(HttpRequest request, Optional<String> visited) {
        String host = request.host();
        return request.header(HEADER)
                .filter(name -> !name.isEmpty())
                .map(name -> Optional.of(name).filter(known -> databases.has(known, host)))
                .orElseGet(() -> visited.or(() -> databases.only(host)));
    }

    /** Whether the header names another one than the session's. */
    boolean differs(HttpRequest request, String visited) {
        return request.header(HEADER)
                .filter(name -> !name.isEmpty() && !name.equals(visited))
                .isPresent();
    }

    /** Whether the host is not to see any database. */
    boolean isNone(HttpRequest request) {
        return databases.noneFor(request.host());
    }

    /** Whether the header names a database that does not exist. */
    boolean isMissing(HttpRequest request) {
        return request.header(HEADER)
                .filter(name -> !name.isEmpty() && !databases.has(name, request.host()))
                .isPresent();
    }
}
