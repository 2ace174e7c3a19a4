package dev.sandoo.server.cli;

import dev.sandoo.server.AuditAdministration;
import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.KeyAdministration;
import dev.sandoo.server.StartException;
import dev.sandoo.server.cli.remote.RemoteFailure;
import dev.sandoo.server.cli.remote.RemoteProgram;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The {@code sandoo} program without the process around it. */
final class Cli {
    private static final String HELP = """
            Usage: sandoo [COMMAND] [OPTIONS]
            A local stand-in for Odoo's external API. Not affiliated with Odoo S.A.

              serve          run the server (what happens without a command too)
              check          start a throw-away server, call it, stop it: tells whether Sandoo works here
              record         stand before a real Odoo and record what clients do with it
              replay         play recorded calls against a server, Sandoo or Odoo, and show what differs
              key            make, list, replace and delete API keys; sandoo key --help shows how
              audit          write out who called what; sandoo audit export --help shows how
              policy         explain what a key policy says to a call, or draft one from what a key has called;
                             sandoo policy explain --help and sandoo policy suggest --help
              help           show this help; sandoo serve --help shows the options
              --version      show the version

            For a server that runs:
            %s
            Exit codes: 0 done, or stopped as asked; 1 could not start, or was refused; 2 a wrong command or setting.
            """;

    private static final List<String> COMMANDS =
            List.of("serve", "check", "record", "replay", "key", "audit", "policy", "help");

    private final Map<String, String> environment;
    private final Path standardFolder;
    private final PrintStream out;
    private final PrintStream err;
    private final Server server;

    /**
     * A program with its surroundings.
     *
     * @param standardFolder keeps the data unless a setting says otherwise, a folder for each version
     */
    Cli(Map<String, String> environment, Path standardFolder, PrintStream out, PrintStream err, Server server) {
        this.environment = environment;
        this.standardFolder = standardFolder;
        this.out = out;
        this.err = err;
        this.server = server;
    }

    /** Does what the arguments ask and answers the exit code. */
    ExitCode run(List<String> arguments) {
        String command = arguments.isEmpty() ? "serve" : arguments.get(0);
        switch (command) {
            case "serve":
                return serve(arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size()));
            case "check":
                return check();
            case "record":
                return new RecordCommand(out, err).run(arguments.subList(1, arguments.size()));
            case "replay":
                return new ReplayCommand(out, err).run(arguments.subList(1, arguments.size()));
            case "key":
                return key(arguments.subList(1, arguments.size()));
            case "audit", "policy":
                return arguments.size() > 1 && arguments.get(1).equals(PolicyOptions.EXPLAIN)
                        ? explain(arguments.subList(2, arguments.size()))
                        : history(command, arguments.subList(1, arguments.size()));
            case "--version", "-V", "version":
                out.println("sandoo " + Version.ofThisProgram());
                return ExitCode.DONE;
            case "--help", "-h", "help":
                out.print(HELP.formatted(remote().help()));
                return ExitCode.DONE;
            default:
                return command.startsWith("-") ? serve(arguments) : remote(arguments);
        }
    }

    /** Made only when it is wanted: reading the commands' options would hold up the start of a server. */
    private RemoteProgram remote() {
        return new RemoteProgram(environment, out);
    }

    private ExitCode remote(List<String> arguments) {
        RemoteProgram remote = remote();
        if (!remote.names().contains(arguments.get(0))) {
            List<String> known = new ArrayList<>(COMMANDS);
            known.addAll(remote.names());
            return unknownCommand(arguments.get(0), arguments.get(0), known);
        }
        try {
            remote.run(arguments);
            return ExitCode.DONE;
        } catch (RemoteFailure failure) {
            err.println("sandoo: " + failure.getMessage());
            return failure.kind() == RemoteFailure.Kind.MISUSE ? ExitCode.BAD_SETTINGS : ExitCode.FAILED;
        }
    }

    private ExitCode serve(List<String> arguments) {
        ServeOptions options = new ServeOptions();
        if (Options.askForHelp(arguments)) {
            out.print(options.help());
            return ExitCode.DONE;
        }
        List<Problem> problems = new ArrayList<>();
        List<Given> flags = options.parse(arguments, problems);
        Settings settings = Settings.gather(flags, environment, problems);
        ConfigReader reader = new ConfigReader(settings, standardFolder, problems);
        EmulatorConfig config = reader.read();
        LogLevel level = reader.logLevel();
        return problems.isEmpty() ? guarded(() -> server.run(config, level)) : refuse(problems);
    }

    private ExitCode key(List<String> arguments) {
        DatabaseFlags options = KeyOptions.flags();
        if (arguments.isEmpty() || Options.askForHelp(arguments)) {
            out.print(options.help());
            return ExitCode.DONE;
        }
        String verb = arguments.get(0);
        Optional<KeyCommand> command = KeyCommand.named(verb);
        if (command.isEmpty()) {
            return unknownCommand("key " + verb, verb, KeyCommand.verbs());
        }
        List<Problem> problems = new ArrayList<>();
        DatabaseFlags.Parsed parsed = options.parse(arguments.subList(1, arguments.size()), problems);
        command.get().check(parsed, problems::add);
        KeyCommand.Work work = command.get().work(parsed, problems);
        return onDatabase(parsed.settings(), problems, config -> {
            try (KeyAdministration keys = KeyAdministration.open(config)) {
                work.run(keys, out, err);
            }
        });
    }

    private ExitCode history(String group, List<String> arguments) {
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        Optional<HistoryCommand> command = HistoryCommand.named(group, verb);
        if (command.isEmpty()) {
            return unknownCommand((group + " " + verb).strip(), verb, HistoryCommand.verbs(group));
        }
        DatabaseFlags options = command.get().options();
        if (Options.askForHelp(arguments)) {
            out.print(options.help());
            return ExitCode.DONE;
        }
        List<Problem> problems = new ArrayList<>();
        DatabaseFlags.Parsed parsed = options.parse(arguments.subList(1, arguments.size()), problems);
        HistoryCommand.Work work = command.get().work(parsed, problems);
        return onDatabase(parsed.settings(), problems, config -> {
            try (AuditAdministration audit = AuditAdministration.open(config)) {
                work.run(audit, out, err);
            } catch (IOException e) {
                throw new StartException("cannot write: " + e.getMessage(), e);
            }
        });
    }

    private ExitCode explain(List<String> arguments) {
        PolicyOptions options = new PolicyOptions();
        if (arguments.isEmpty() || Options.askForHelp(arguments)) {
            out.print(options.help());
            return ExitCode.DONE;
        }
        List<Problem> problems = new ArrayList<>();
        PolicyOptions.Parsed parsed = options.parse(arguments, problems);
        AtomicBoolean allowed = new AtomicBoolean();
        ExitCode code = onDatabase(parsed.settings(), problems, config -> {
            try (KeyAdministration keys = KeyAdministration.open(config)) {
                allowed.set(parsed.explain(keys, out));
            }
        });
        return code == ExitCode.DONE && !allowed.get() ? ExitCode.FAILED : code;
    }

    /** Reads which database is meant and works on it, unless something is wrong with what was said. */
    private ExitCode onDatabase(List<Given> flags, List<Problem> problems, Consumer<EmulatorConfig> work) {
        Settings settings = Settings.gather(flags, environment, problems);
        EmulatorConfig config = new ConfigReader(settings, standardFolder, problems).read();
        if (!problems.isEmpty()) {
            return refuse(problems);
        }
        Logging.start(LogLevel.WARN);
        return guarded(() -> work.accept(config));
    }

    /** Runs what may be kept from starting by something outside the settings. */
    private ExitCode guarded(Runnable work) {
        try {
            work.run();
            return ExitCode.DONE;
        } catch (StartException e) {
            err.println("sandoo: " + e.getMessage());
            return ExitCode.FAILED;
        } catch (RuntimeException e) {
            err.println("sandoo: could not start; this is a fault of Sandoo, please report it:");
            e.printStackTrace(err);
            return ExitCode.FAILED;
        }
    }

    private ExitCode check() {
        Logging.start(LogLevel.WARN);
        return guarded(() -> {
            new SelfCheck().run();
            out.println("Sandoo works here.");
        });
    }

    private ExitCode refuse(List<Problem> problems) {
        if (problems.size() == 1) {
            err.println("sandoo: " + problems.get(0).line());
            return ExitCode.BAD_SETTINGS;
        }
        err.println("sandoo: " + problems.size() + " settings are wrong:");
        problems.forEach(problem -> err.println("  " + problem.line()));
        return ExitCode.BAD_SETTINGS;
    }

    private ExitCode unknownCommand(String given, String typed, List<String> known) {
        return refuse(List.of(new Problem(given, "unknown command", Suggestion.among(known, typed))));
    }
}
