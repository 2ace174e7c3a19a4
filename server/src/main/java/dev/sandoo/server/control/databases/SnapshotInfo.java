package dev.sandoo.server.control.databases;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.db.Snapshot;
import java.time.Instant;

/** What is told of a snapshot. */
public record SnapshotInfo(
        @JsonPropertyDescription("Names it among the snapshots of all databases")
        String name,

        @JsonPropertyDescription("What it was taken of") String database,
        Instant taken,
        @JsonPropertyDescription("Its size on disk") long bytes) {
    static SnapshotInfo of(Snapshot snapshot, long bytes) {
        return new SnapshotInfo(snapshot.name(), snapshot.database(), snapshot.taken(), bytes);
    }
}
