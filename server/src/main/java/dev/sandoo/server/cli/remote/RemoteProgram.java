package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandoo.server.document.Nearest;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands for a running server: a table of them, and what all have in common. */
public final class RemoteProgram {
    private static final int WIDTH = 100;
    private static final String SERVER = "server";

    private final CommandLine commands;
    private final PrintStream out;

    /** @param environment what options that are not given are taken from */
    public RemoteProgram(Map<String, String> environment, PrintStream out) {
        this.out = out;
        this.commands = new CommandLine(CommandSpec.create().name("sandoo"));
        all().forEach(this::add);
        commands.setDefaultValueProvider(defaults(environment));
        commands.setUsageHelpWidth(WIDTH);
    }

    /** Every command, a line each; those with a second word come as one with subcommands. */
    private static List<CommandLine> all() {
        return List.of(
                command(new InfoCommand()),
                command(new ResetCommand()),
                command(new SeedCommand()),
                group(
                        "database",
                        "make, list and drop databases",
                        new CreateDatabaseCommand(),
                        new ListDatabasesCommand(),
                        new DropDatabaseCommand()),
                group(
                        "snapshot",
                        "keep a database as it is, and go back to it",
                        new TakeSnapshotCommand(),
                        new ListSnapshotsCommand(),
                        new RestoreSnapshotCommand(),
                        new DeleteSnapshotCommand(),
                        new ExportSnapshotCommand(),
                        new ImportSnapshotCommand()),
                group(JournalCommands.group(), JournalCommands.subcommands()),
                group(ClockCommands.group(), ClockCommands.subcommands()),
                group(
                        "stub",
                        "load, list or remove a database's stubs",
                        new LoadDocumentsCommand(DocumentKind.STUBS),
                        new ListDocumentsCommand(DocumentKind.STUBS),
                        new RemoveDocumentsCommand(DocumentKind.STUBS),
                        new RestartStubsCommand()),
                group(
                        "fault",
                        "load, list or remove a database's faults",
                        new LoadDocumentsCommand(DocumentKind.FAULTS),
                        new ListDocumentsCommand(DocumentKind.FAULTS),
                        new RemoveDocumentsCommand(DocumentKind.FAULTS)));
    }

    /** The commands' names with a sentence for each. */
    public String help() {
        StringBuilder help = new StringBuilder();
        commands.getSubcommands()
                .forEach((name, command) -> help.append("  %-13s  %s%n"
                        .formatted(name, command.getCommandSpec().usageMessage().description()[0])));
        return help.toString();
    }

    /** The commands' names. */
    public List<String> names() {
        return List.copyOf(commands.getSubcommands().keySet());
    }

    /**
     * Does what the arguments ask.
     *
     * @param arguments the first is one of {@link #names}
     * @throws RemoteFailure when it cannot be done
     */
    public void run(List<String> arguments) {
        ParseResult result = parsed(arguments);
        while (result.hasSubcommand()) {
            result = result.subcommand();
        }
        CommandLine leaf = result.commandSpec().commandLine();
        if (result.isUsageHelpRequested() || !(leaf.getCommand() instanceof RemoteCommand)) {
            out.print(leaf.getUsageMessage(Ansi.OFF));
            return;
        }
        RemoteCommand command = leaf.getCommand();
        ServerOptions server = (ServerOptions) leaf.getMixins().get(SERVER);
        Report report = new Report(out);
        do {
            JsonNode answer = command.ask(server.client());
            if (server.wantsJson()) {
                report.json(answer);
            } else {
                command.show(answer, report);
            }
        } while (command.goesOn());
    }

    private ParseResult parsed(List<String> arguments) {
        try {
            return commands.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new RemoteFailure(RemoteFailure.Kind.MISUSE, firstLine(e) + "; " + remedy(e));
        }
    }

    private static String remedy(ParameterException error) {
        CommandSpec command = error.getCommandLine().getCommandSpec();
        Optional<String> nearest =
                error instanceof UnmatchedArgumentException unmatched ? nearest(command, unmatched) : Optional.empty();
        return nearest.orElse("see " + command.qualifiedName() + " --help");
    }

    private static Optional<String> nearest(CommandSpec command, UnmatchedArgumentException error) {
        return Nearest.of(
                        error.getUnmatched().get(0),
                        error.isUnknownOption()
                                ? command.optionsMap().keySet()
                                : command.subcommands().keySet())
                .map(name -> "did you mean " + name + "?");
    }

    private static String firstLine(ParameterException error) {
        String line = error.getMessage().lines().findFirst().orElse("wrong arguments");
        return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
    }

    private static CommandLine command(RemoteCommand command) {
        CommandLine line = new CommandLine(command);
        line.addMixin(SERVER, new ServerOptions());
        return line;
    }

    /** A command that only holds others. */
    private static CommandLine group(Object holder, List<RemoteCommand> words) {
        CommandLine group = new CommandLine(holder);
        words.stream().map(RemoteProgram::command).forEach(word -> group.addSubcommand(word.getCommandName(), word));
        return group;
    }

    /** The same with a holder that is nothing but a name and a sentence. */
    private static CommandLine group(String name, String description, RemoteCommand... words) {
        CommandSpec holder = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        holder.usageMessage().description(description);
        return group(holder, List.of(words));
    }

    private void add(CommandLine command) {
        commands.addSubcommand(command.getCommandName(), command);
    }

    private static IDefaultValueProvider defaults(Map<String, String> environment) {
        Map<String, String> variables = Map.of(
                ServerOptions.URL, "SANDOO_URL",
                ServerOptions.TOKEN, "SANDOO_CONTROL_TOKEN",
                DatabaseOption.DB, "SANDOO_DB");
        Map<String, String> standard = Map.of(ServerOptions.URL, "http://127.0.0.1:8069", DatabaseOption.DB, "demo");
        return argument -> name(argument)
                .flatMap(name -> Optional.ofNullable(variables.get(name))
                        .map(environment::get)
                        .filter(value -> !value.isEmpty())
                        .or(() -> Optional.ofNullable(standard.get(name))))
                .orElse(null); // picocli's way to say that there is none
    }

    private static Optional<String> name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? Optional.of(option.longestName()) : Optional.empty();
    }
}
