package dev.sandoo.server.control;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An answer that is no JSON. */
public record Content(String mediaType, byte[] bytes) {
    public Content {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(bytes, "bytes");
    }

    /** A text in UTF-8. */
    public static Content text(String mediaType, String text) {
        return new Content(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Content[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
