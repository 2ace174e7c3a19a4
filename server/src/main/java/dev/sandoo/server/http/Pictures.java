package dev.sandoo.server.http;

import dev.sandoo.server.rpc.WebFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;

/** The pictures that stand where a database has none. */
final class Pictures {
    /** They change with Sandoo, not with the clock. */
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final WebFile PLACEHOLDER = load("placeholder.png");
    private static final WebFile LOGO = load("logo.png");

    private Pictures() {}

    /** For a picture that is not there. */
    static WebFile placeholder() {
        return PLACEHOLDER;
    }

    /** For a company without a logo. */
    static WebFile logo() {
        return LOGO;
    }

    private static WebFile load(String name) {
        try (InputStream in = Pictures.class.getResourceAsStream("/http/" + name)) {
            byte[] content = in.readAllBytes();
            return new WebFile(content, "image/png", name, "sandoo-" + name + "-" + content.length, MADE);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
