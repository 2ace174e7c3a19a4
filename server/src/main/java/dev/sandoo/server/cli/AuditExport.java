package dev.sandoo.server.cli;

import dev.sandoo.server.AuditAdministration;
import dev.sandoo.server.cli.DatabaseFlags.Parsed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Writes calls to a file or standard output, and on long ones tells how far it is. */
final class AuditExport implements HistoryCommand.Work {
    private static final List<String> OUTCOMES = List.of("ok", "refused", "error");
    private static final long TOLD_EVERY = 100_000;

    private final String format;
    private final AuditAdministration.Selection selection;
    private final Optional<Path> file;

    AuditExport(Parsed parsed, List<Problem> problems) {
        List<String> formats = AuditAdministration.formats();
        format = parsed.get(HistoryOptions.FORMAT).orElse(formats.get(0));
        if (!formats.contains(format)) {
            problems.add(new Problem(
                    HistoryOptions.FORMAT.name(), "no such format", "give " + String.join(" or ", formats)));
        }
        if (parsed.get(HistoryOptions.OUTCOME)
                .filter(outcome -> !OUTCOMES.contains(outcome))
                .isPresent()) {
            problems.add(new Problem(HistoryOptions.OUTCOME.name(), "no such outcome", "give ok, refused or error"));
        }
        selection = new AuditAdministration.Selection(
                CallTimes.of(parsed, HistoryOptions.SINCE, problems).moment(),
                CallTimes.of(parsed, HistoryOptions.UNTIL, problems).moment(),
                parsed.get(HistoryOptions.KEY),
                parsed.get(HistoryOptions.USER),
                parsed.get(HistoryOptions.MODEL),
                parsed.get(HistoryOptions.OUTCOME));
        file = parsed.get(HistoryOptions.OUTPUT).flatMap(name -> path(name, problems));
    }

    private static Optional<Path> path(String name, List<Problem> problems) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            problems.add(new Problem(HistoryOptions.OUTPUT.name(), "not a path", "give the path of a file"));
            return Optional.empty();
        }
    }

    @Override
    public void run(AuditAdministration audit, PrintStream out, PrintStream err) throws IOException {
        LongConsumer progress = written -> {
            if (written % TOLD_EVERY == 0) {
                err.println("sandoo: " + written + " calls so far");
            }
        };
        if (file.isEmpty()) {
            // The stream is not ours to close.
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            audit.export(selection, format, writer, progress);
            writer.flush();
            return;
        }
        try (Writer writer = Files.newBufferedWriter(file.get())) {
            long written = audit.export(selection, format, writer, progress);
            err.println("sandoo: " + written + " calls written to " + file.get());
        }
    }
}
