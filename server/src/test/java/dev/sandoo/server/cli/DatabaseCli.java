package dev.sandoo.server.cli;

import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.rpc.TestRpc;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program on the database of a test.
 *
 * @param out what it prints
 * @param err what it complains of
 */
record DatabaseCli(TestRpc rpc, String version, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    ExitCode run(List<String> arguments) {
        ServerAddress address = TestPostgres.server().address();
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--database-url", address.url(), "--odoo-version", version, "--db", rpc.databaseName()));
        address.user().ifPresent(user -> all.addAll(List.of("--database-user", user)));
        address.password().ifPresent(password -> all.addAll(List.of("--database-password", password)));
        return new Cli(
                        Map.of(),
                        Path.of("nowhere"),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        (config, level) -> {
                            throw new AssertionError("no server is asked for");
                        })
                .run(all);
    }
}
