package dev.sandoo.server.rpc;

import dev.sandoo.server.orm.StoredFile;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * A file for a browser.
 *
 * @param modified when it was last changed, in UTC
 */
public record WebFile(byte[] content, String mimetype, String name, String checksum, LocalDateTime modified) {
    public WebFile {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(mimetype, "mimetype");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(checksum, "checksum");
        Objects.requireNonNull(modified, "modified");
    }

    static WebFile of(StoredFile file) {
        return new WebFile(file.content(), file.mimetype(), file.name(), file.checksum(), file.modified());
    }
}
