package dev.sandoo.server.orm;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * The content of a binary field, as a browser gets it.
 *
 * @param name a name for the file, with an ending
 * @param modified when the record was last written, in UTC
 */
public record StoredFile(byte[] content, String mimetype, String name, String checksum, LocalDateTime modified) {
    public StoredFile {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(mimetype, "mimetype");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(checksum, "checksum");
        Objects.requireNonNull(modified, "modified");
    }
}
