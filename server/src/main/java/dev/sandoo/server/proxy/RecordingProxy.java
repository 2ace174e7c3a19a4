package dev.sandoo.server.proxy;

import dev.sandoo.schema.Schema;
import dev.sandoo.server.journal.CallSight;
import dev.sandoo.server.journal.CallText;
import dev.sandoo.server.journal.Journal;
import dev.sandoo.server.journal.JournalBounds;
import dev.sandoo.server.journal.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Passes everything on to a real Odoo and keeps what it saw. {@link #close} writes seeds and stubs; the scenario grows with every
 * call. Thread-safe.
 */
public final class RecordingProxy implements AutoCloseable {
    private final Settings settings;
    private final Recording scenario;
    private final Journal journal = new Journal(JournalBounds.STANDARD);
    private final KnownRecords known;
    private final SeedHarvest seeds;
    private final StubHarvest stubs;
    private final AskedOdoo odoo;
    private final Instant begun;
    private final ExchangeReader reader;
    private final Consumer<String> told;
    private final PassingProxy proxy;

    /**
     * How to record.
     *
     * @param target the real server, without a slash at the end
     * @param output a folder; it is made if it is not there
     * @param schema of the target's version
     * @param emulated whether Sandoo runs a model's method by itself
     */
    public record Settings(
            URI target,
            InetSocketAddress listen,
            Path output,
            Schema schema,
            BiPredicate<String, String> emulated,
            Clock clock) {
        public Settings {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(listen, "listen");
            Objects.requireNonNull(output, "output");
        }
    }

    private RecordingProxy(Settings settings, Consumer<String> told) throws IOException {
        this.settings = settings;
        this.told = told;
        Files.createDirectories(settings.output());
        this.scenario = Recording.to(
                settings.output().resolve("scenario.jsonl"),
                settings.schema().version().name(),
                settings.clock());
        this.known = new KnownRecords(settings.schema());
        this.seeds = new SeedHarvest(settings.schema(), known);
        this.stubs = new StubHarvest(settings.emulated(), known);
        this.odoo = new AskedOdoo(settings.target());
        this.begun = settings.clock().instant();
        this.reader = new ExchangeReader(settings.schema().version());
        this.proxy = new PassingProxy(settings.target(), settings.listen(), settings.clock(), this::see);
    }

    /**
     * Starts.
     *
     * @param told of every call, a line each
     * @throws UncheckedIOException when the address is taken, or the folder cannot be written
     */
    public static RecordingProxy start(Settings settings, Consumer<String> told) {
        try {
            RecordingProxy proxy = new RecordingProxy(settings, told);
            proxy.proxy.start();
            return proxy;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** The port it listens on. */
    public int port() {
        return proxy.port();
    }

    private void see(Exchange exchange) {
        reader.read(exchange).ifPresent(this::keep);
    }

    private synchronized void keep(CallSight call) {
        scenario.accept(call);
        odoo.learn(call);
        seeds.accept(call);
        stubs.accept(call);
        told.accept(CallText.of(journal.add(call)));
    }

    /** Stops, asks the real server for what seeds need besides what was read, and writes what was gathered. */
    @Override
    public void close() {
        proxy.close();
        write();
    }

    private synchronized void write() {
        scenario.close();
        List<String> leftOut = new SeedCompletion(settings.schema(), known, seeds, odoo, begun).complete();
        try {
            Files.writeString(settings.output().resolve("seeds.yaml"), new SeedText(known, seeds.rows()).yaml(leftOut));
            Files.writeString(settings.output().resolve("stubs.yaml"), stubs.yaml());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
