package dev.sandoo.server.control;

import java.util.Objects;

/**
 * A body as it was sent.
 *
 * @param mediaType in lower case and without its parameters; empty if the client names none
 */
public record RawBody(String mediaType, byte[] bytes) {
    public RawBody {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(bytes, "bytes");
    }

    @Override
    public String toString() {
        return "RawBody[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
