package dev.sandoo.server.journal;

import dev.sandoo.server.scenario.ScenarioStep;
import dev.sandoo.server.scenario.ScenarioWriter;
import dev.sandoo.server.scenario.SecretReference;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes every call into a scenario, whole but for its secrets, of which it keeps only which are the same. Thread-safe. */
public final class Recording implements Consumer<CallSight>, AutoCloseable {
    private final ScenarioWriter writer;
    private final SecretReference.Names secrets = new SecretReference.Names();

    private Recording(ScenarioWriter writer) {
        this.writer = writer;
    }

    /**
     * Begins a file; one that is there is replaced.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public static Recording to(Path file, String odooVersion, Clock clock) {
        return new Recording(ScenarioWriter.to(file, odooVersion, clock.instant()));
    }

    @Override
    public void accept(CallSight call) {
        Optional<String> secret = call.secret().map(text -> secrets.of(text).name());
        Capture capture = Capture.whole(
                call.model(), call.method(), text -> secrets.of(text).document());
        writer.add(new ScenarioStep(
                call.at(),
                call.who().login(),
                call.who().uid(),
                secret,
                call.origin().protocol().name().toLowerCase(Locale.ROOT),
                call.model(),
                call.method(),
                PlainValue.of(capture.arguments(call.method(), call.args())),
                PlainValue.of(capture.named(call.kwargs())),
                call.answer().map(capture::value).map(PlainValue::of),
                call.error().map(Recording::failure)));
    }

    private static ScenarioStep.Failure failure(RuntimeException error) {
        JournalEntry.Failure failure = Journal.failure(error);
        return new ScenarioStep.Failure(failure.name(), failure.message());
    }

    @Override
    public void close() {
        writer.close();
    }
}
