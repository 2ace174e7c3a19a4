package dev.sandoo.server.cli;

import dev.sandoo.server.scenario.Replay;
import dev.sandoo.server.scenario.ReplayException;
import dev.sandoo.server.scenario.Scenario;
import dev.sandoo.server.scenario.ScenarioFormatException;
import dev.sandoo.server.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** {@code sandoo replay}: plays a recording against a server and shows what differs. */
final class ReplayCommand {
    private final PrintStream out;
    private final PrintStream err;

    ReplayCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Done when everything was as recorded; failed when something differs or stands in the way. */
    ExitCode run(List<String> arguments) {
        ReplayOptions options = new ReplayOptions();
        if (arguments.isEmpty() || Options.askForHelp(arguments)) {
            out.print(options.help());
            return ExitCode.DONE;
        }
        List<Problem> problems = new ArrayList<>();
        ReplayOptions.Parsed parsed = options.parse(arguments, problems);
        if (!problems.isEmpty()) {
            problems.forEach(problem -> err.println("sandoo: " + problem.line()));
            return ExitCode.BAD_SETTINGS;
        }
        try {
            return play(ScenarioReader.read(parsed.file()), parsed);
        } catch (NoSuchFileException error) {
            err.println("sandoo: there is no file " + parsed.file());
        } catch (IOException error) {
            err.println("sandoo: " + parsed.file() + " cannot be read: " + error.getMessage());
        } catch (ScenarioFormatException | ReplayException error) {
            err.println("sandoo: " + error.getMessage());
        }
        return ExitCode.FAILED;
    }

    private ExitCode play(Scenario scenario, ReplayOptions.Parsed parsed) {
        Replay replay = new Replay(parsed.target(), new SecureRandom(), Clock.systemUTC());
        List<Replay.Outcome> outcomes = replay.play(scenario, this::show);
        long different = outcomes.stream()
                .filter(outcome -> !outcome.differences().isEmpty())
                .count();
        out.printf(
                "%d calls replayed, %d as recorded, %d different%n",
                outcomes.size(), outcomes.size() - different, different);
        return different == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void show(Replay.Outcome outcome) {
        if (outcome.differences().isEmpty()) {
            return;
        }
        out.println("#" + outcome.number() + " " + outcome.step().model() + "."
                + outcome.step().method());
        outcome.differences().forEach(line -> out.println("    " + line));
    }
}
