package dev.sandoo.server.control;

import java.util.Map;
import java.util.Objects;

/**
 * What goes back to a client of the control interface.
 *
 * @param headers other than the content's type and length
 */
public record ControlAnswer(int status, String mediaType, byte[] body, Map<String, String> headers) {
    static final String JSON = "application/json";

    public ControlAnswer {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    static ControlAnswer of(int status, String mediaType, byte[] body) {
        return new ControlAnswer(status, mediaType, body, Map.of());
    }

    ControlAnswer with(String header, String value) {
        return new ControlAnswer(status, mediaType, body, Map.of(header, value));
    }

    @Override
    public String toString() {
        return "ControlAnswer[" + status + ", " + mediaType + ", " + body.length + " bytes]";
    }
}
