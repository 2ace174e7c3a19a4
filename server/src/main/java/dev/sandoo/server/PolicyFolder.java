package dev.sandoo.server;

import dev.sandoo.server.access.policy.PolicyParser;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.rpc.Call;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of key policies, which are stored when the server starts: a file that is new makes a policy, one whose text has
 * changed makes a version of it, any other leaves it as it is. Policies without a file stay.
 */
final class PolicyFolder {
    private static final String MODEL = "sandoo.key.policy";
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final Origin ORIGIN = new Origin(Protocol.XMLRPC, "127.0.0.1", "sandoo", "policies");

    private final Path folder;
    private final Dispatcher dispatcher;
    private final Credential owner;

    /** @param owner may do everything: policies are the business of whoever runs the server */
    PolicyFolder(Path folder, Dispatcher dispatcher, Credential owner) {
        this.folder = folder;
        this.dispatcher = dispatcher;
        this.owner = owner;
    }

    /**
     * Stores the policies in a database.
     *
     * @throws StartException that names the file and line of what cannot be one
     */
    void store(String database) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(PolicyFolder::isPolicy).sorted().forEach(file -> store(database, file));
        } catch (IOException e) {
            throw new StartException("the folder of policies " + folder + " cannot be read", e);
        }
    }

    private static boolean isPolicy(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private void store(String database, Path file) {
        try {
            String document = Files.readString(file);
            String name = PolicyParser.parseStored(document).name().orElseGet(() -> stem(file));
            List<?> known = (List<?>) call(
                    database,
                    "search_read",
                    List.of(List.of(List.of("name", "=", name)), List.of("document")),
                    Map.of("context", Map.of("active_test", false)));
            if (known.isEmpty()) {
                call(database, "create", List.of(values(name, document)), Map.of());
            } else if (!document.equals(((Map<?, ?>) known.get(0)).get("document"))) {
                Object id = ((Map<?, ?>) known.get(0)).get("id");
                call(database, "write", List.of(List.of(id), Map.of("document", document)), Map.of());
            }
        } catch (IOException e) {
            throw new StartException("the policy " + file + " cannot be read", e);
        } catch (BadDocumentException | OdooError e) {
            throw new StartException(
                    "the policy " + file + " cannot be used:\n  "
                            + e.getMessage().replace("\n", "\n  "),
                    e);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static Map<String, Object> values(String name, String document) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("document", document);
        return values;
    }

    private Object call(String database, String method, List<Object> arguments, Map<String, Object> named) {
        return dispatcher.dispatch(new Call(database, owner, MODEL, method, arguments, named, ORIGIN));
    }
}
