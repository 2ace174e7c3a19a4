package dev.sandoo.server.cli;

import dev.sandoo.server.OdooRecorder;
import dev.sandoo.server.StartException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code sandoo record}: stands before a real Odoo and records what clients do with it, until it is stopped. */
final class RecordCommand {
    private final PrintStream out;
    private final PrintStream err;

    RecordCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    ExitCode run(List<String> arguments) {
        RecordOptions options = new RecordOptions();
        if (arguments.isEmpty() || Options.askForHelp(arguments)) {
            out.print(options.help());
            return ExitCode.DONE;
        }
        List<Problem> problems = new ArrayList<>();
        OdooRecorder.Settings settings = options.parse(arguments, problems);
        if (!problems.isEmpty()) {
            problems.forEach(problem -> err.println("sandoo: " + problem.line()));
            return ExitCode.BAD_SETTINGS;
        }
        try {
            record(settings);
            return ExitCode.DONE;
        } catch (StartException error) {
            err.println("sandoo: " + error.getMessage());
            return ExitCode.FAILED;
        }
    }

    private void record(OdooRecorder.Settings settings) {
        Logging.start(LogLevel.WARN);
        OdooRecorder recorder = OdooRecorder.start(settings, out::println);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            recorder.close();
                            out.println("Wrote scenario.jsonl, seeds.yaml and stubs.yaml to " + settings.output());
                            stopped.countDown();
                        },
                        "stop"));
        out.printf(
                "Recording what goes to %s at http://%s:%d. Ctrl-C stops it.%n",
                settings.target(), settings.bind(), recorder.port());
        out.flush();
        try {
            stopped.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
