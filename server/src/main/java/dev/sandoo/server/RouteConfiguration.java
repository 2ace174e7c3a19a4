package dev.sandoo.server;

import dev.sandoo.schema.Schema;
import dev.sandoo.server.wire.routes.CustomRoute;
import dev.sandoo.server.wire.routes.RouteFile;
import dev.sandoo.server.wire.routes.RouteFile.BadRoutesException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The custom routes of a server: those of the user's file, then those that are always there. */
record RouteConfiguration(List<CustomRoute> routes, List<RouteFile.Key> keys) {
    /**
     * Reads and checks them.
     *
     * @throws StartException when the file cannot be used
     */
    static RouteConfiguration of(Optional<Path> file, Map<String, String> environment, Schema schema) {
        KnownMethods known = new KnownMethods(schema);
        RouteFile builtIn = RouteFile.parse(builtIn(), Map.of(), known);
        RouteFile own = file.map(path -> read(path, environment, known)).orElse(new RouteFile(List.of(), List.of()));
        List<CustomRoute> routes = new ArrayList<>(own.routes());
        routes.addAll(builtIn.routes());
        return new RouteConfiguration(routes, own.keys());
    }

    private record KnownMethods(Schema schema) implements RouteFile.Known {
        @Override
        public boolean hasModel(String model) {
            return schema.models().containsKey(model) || model.startsWith("x_");
        }

        /** Models made at run time have the methods that all models have. */
        @Override
        public boolean hasMethod(String model, String method) {
            boolean own = schema.models().containsKey(model)
                    && schema.models().get(model).methods().containsKey(method);
            return !method.startsWith("_")
                    && !schema.version().names("methods.private").contains(method)
                    && (own || schema.baseMethods().containsKey(method));
        }
    }

    private static RouteFile read(Path path, Map<String, String> environment, RouteFile.Known known) {
        try {
            return RouteFile.parse(Files.readString(path), environment, known);
        } catch (IOException e) {
            throw new StartException("the file of routes " + path + " cannot be read", e);
        } catch (BadRoutesException e) {
            throw new StartException(
                    "the file of routes " + path + " cannot be used:\n  "
                            + e.getMessage().replace("\n", "\n  "),
                    e);
        }
    }

    private static String builtIn() {
        try (InputStream stream = RouteConfiguration.class.getResourceAsStream("/routes/builtin.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
