package dev.sandoo.server.wire.webclient;

import dev.sandoo.server.rpc.Visit;
import java.util.Map;

/** What one of the web client's paths does. */
@FunctionalInterface
public interface WebMethod {
    /**
     * Carries out a request.
     *
     * @param params named wire values
     * @return a wire value, {@code null} for none
     * @throws dev.sandoo.server.error.OdooError what becomes the answer's error
     */
    Object call(Map<String, Object> params, Visit visit);
}
