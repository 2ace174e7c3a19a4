package dev.sandoo.server.wire.routes;

import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request on its way to a custom route.
 *
 * @param database the one it is for, by the header or because there is no other
 * @param arguments what path and query give, the path before the query
 * @param headers a header's value by name
 * @param session what its cookie proves, if it has one
 * @param body as sent
 */
public record RouteRequest(
        Optional<String> database,
        Map<String, String> arguments,
        Function<String, Optional<String>> headers,
        Optional<Credential> session,
        byte[] body,
        Origin origin) {
    /** The header's value, unless it is blank. */
    Optional<String> header(String name) {
        return headers.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Headers and bodies hold secrets. */
    @Override
    public String toString() {
        return "RouteRequest[" + origin.requestId() + "]";
    }
}
