package dev.sandoo.server.journal;

/**
 * How much a journal keeps. When there is more, the oldest calls go first.
 *
 * @param entries calls of one database
 * @param entryBytes memory of one call's arguments and answer, estimated; what is larger is cut
 * @param totalBytes memory of all databases' calls together
 */
public record JournalBounds(int entries, int entryBytes, long totalBytes) {
    /** Enough for any one test; little beside what a server needs anyway. */
    public static final JournalBounds STANDARD = new JournalBounds(2_000, 64 << 10, 16 << 20);

    public JournalBounds {
        if (entries < 1 || entryBytes < 1_000 || totalBytes < entryBytes) {
            throw new IllegalArgumentException("bounds too narrow for a single call");
        }
    }
}
