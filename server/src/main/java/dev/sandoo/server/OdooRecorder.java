package dev.sandoo.server;

import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.proxy.RecordingProxy;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Stands before a real Odoo and records what clients do with it; close it to stop and to write what was gathered. */
public final class OdooRecorder implements AutoCloseable {
    private final RecordingProxy proxy;

    private OdooRecorder(RecordingProxy proxy) {
        this.proxy = proxy;
    }

    /**
     * How to record.
     *
     * @param target the real server's address
     * @param port to listen on; 0 takes any free one
     * @param output the folder that scenario, seeds and stubs are written to
     * @param odooVersion the target's, one of {@link EmulatorConfig#odooVersions}
     */
    public record Settings(URI target, String bind, int port, Path output, String odooVersion) {
        public Settings {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(bind, "bind");
            Objects.requireNonNull(output, "output");
            Objects.requireNonNull(odooVersion, "odooVersion");
        }
    }

    /**
     * Starts.
     *
     * @param told of every call, a line each
     * @throws StartException when the port is taken, or the folder cannot be written
     */
    public static OdooRecorder start(Settings settings, Consumer<String> told) {
        Schema schema = SchemaLoader.load(settings.odooVersion());
        String target = settings.target().toString().replaceAll("/+$", "");
        try {
            return new OdooRecorder(RecordingProxy.start(
                    new RecordingProxy.Settings(
                            URI.create(target),
                            new InetSocketAddress(settings.bind(), settings.port()),
                            settings.output(),
                            schema,
                            emulated(schema),
                            Clock.systemUTC()),
                    told));
        } catch (UncheckedIOException error) {
            throw new StartException("cannot record: " + error.getCause().getMessage(), error);
        }
    }

    /** Whether Sandoo runs a model's method by itself: the generic ones, and those that an addon brings. */
    private static BiPredicate<String, String> emulated(Schema schema) {
        Behaviours behaviours =
                Identities.of(schema.version(), new SecureRandom()).behaviours();
        return (model, method) -> schema.models().containsKey(model)
                && behaviours.method(model, method).isPresent();
    }

    /** The port it listens on. */
    public int port() {
        return proxy.port();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
