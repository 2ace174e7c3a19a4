package dev.sandoo.server.cli;

import dev.sandoo.server.EmulatorConfig;
import java.util.List;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Cli cli = new Cli(
                System.getenv(),
                EmulatorConfig.standardFolder(),
                System.out,
                System.err,
                new ForegroundServer(System.out));
        System.exit(cli.run(List.of(arguments)).number());
    }
}
