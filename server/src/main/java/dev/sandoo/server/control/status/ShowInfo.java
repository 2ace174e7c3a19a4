package dev.sandoo.server.control.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.db.Databases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** {@code GET /info}. */
public final class ShowInfo implements ControlEndpoint<Void> {
    private final Server server;
    private final Databases databases;
    private final Clock clock;
    private final Instant started;

    /**
     * What does not change while a server runs.
     *
     * @param build the version of Sandoo
     * @param database the one that is made at the start
     */
    public record Server(String build, String odooVersion, String database) {}

    /** What is answered. */
    public record Info(
            String name,

            @JsonPropertyDescription("The version of Sandoo")
            String version,

            @JsonPropertyDescription("The version of Odoo that it stands in for")
            String odooVersion,

            @JsonPropertyDescription("The database that is made at the start")
            String database,

            List<String> databases,
            Instant started,
            Duration uptime) {}

    public ShowInfo(Server server, Databases databases, Clock clock) {
        this.server = Objects.requireNonNull(server, "server");
        this.databases = Objects.requireNonNull(databases, "databases");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.started = clock.instant();
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("showInfo", "Says what runs here and which databases there are.")
                .answers(Info.class);
    }

    @Override
    public Info answer(ControlRequest<Void> request) {
        return new Info(
                "Sandoo",
                server.build(),
                server.odooVersion(),
                server.database(),
                databases.list(),
                started.truncatedTo(ChronoUnit.MILLIS),
                Duration.between(started, clock.instant()).truncatedTo(ChronoUnit.SECONDS));
    }
}
