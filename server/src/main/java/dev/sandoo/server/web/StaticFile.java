package dev.sandoo.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file that pages use, the same for everybody. */
record StaticFile(String contentType, String text) implements Page {
    /** Reads the file from our own resources. */
    static StaticFile of(String name, String contentType) {
        try (InputStream file = StaticFile.class.getResourceAsStream("/web/" + name)) {
            return new StaticFile(contentType, new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        return PageAnswer.file(contentType, text);
    }
}
