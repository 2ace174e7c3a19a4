package dev.sandoo.server.cli.remote;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server a command is for, and how its answer is printed. */
final class ServerOptions {
    static final String URL = "--url";
    static final String TOKEN = "--token";

    @Option(
            names = URL,
            paramLabel = "URL",
            description = "The server (default: http://127.0.0.1:8069; environment: SANDOO_URL).")
    private String url;

    @Option(
            names = TOKEN,
            paramLabel = "TOKEN",
            description = "The token that its --control-token wants (environment: SANDOO_CONTROL_TOKEN).")
    private Optional<String> token;

    @Option(names = "--json", description = "Print the answer as JSON, for scripts.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    ControlClient client() {
        try {
            return new ControlClient(URI.create(url.replaceAll("/+$", "")), token);
        } catch (IllegalArgumentException e) {
            throw new RemoteFailure(
                    RemoteFailure.Kind.MISUSE, URL + ": not an address; write it as http://127.0.0.1:8069");
        }
    }

    boolean wantsJson() {
        return json;
    }
}
