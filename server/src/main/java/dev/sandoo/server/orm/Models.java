package dev.sandoo.server.orm;

import dev.sandoo.schema.MethodNote;
import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.access.policy.KeyRights;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.HttpError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs public methods of models: looks them up, binds their arguments, makes the environment. Thread-safe. */
public final class Models {
    private final Registries registries;

    public Models(Registries registries) {
        this.registries = registries;
    }

    /** Whether the caller's database has a model with this name. */
    public boolean hasModel(Transaction transaction, Caller caller, String model) {
        return registries.of(caller, transaction).find(model).isPresent();
    }

    /** The signature of a public method, if the model or all models have it. */
    public Optional<MethodSignature> signature(
            Transaction transaction, Caller caller, String modelName, String methodName) {
        Registry registry = registries.of(caller, transaction);
        return registry.find(modelName).flatMap(model -> registry.signature(model, methodName));
    }

    /**
     * Does something with records for a caller, as a method would.
     *
     * @throws dev.sandoo.server.error.OdooError whatever the work raises
     */
    public <T> T work(Transaction transaction, Caller caller, Function<Environment, T> work) {
        Environment env = environment(transaction, caller);
        try {
            T result = work.apply(env);
            env.state().finish();
            return result;
        } catch (DatabaseError e) {
            throw new DatabaseErrors(env).translate(e);
        }
    }

    /** Where our own code finds a caller's records, in a transaction that it commits itself. */
    public Environment environment(Transaction transaction, Caller caller) {
        return Environment.of(registries.of(caller, transaction), transaction, caller, Context.EMPTY);
    }

    /**
     * Runs a method in the caller's transaction.
     *
     * @param args positional arguments as wire values; for a method on records the first is an id or a list of ids
     * @param kwargs named arguments as wire values; {@code context} is one of them
     * @return a wire value
     * @throws dev.sandoo.server.error.OdooError whatever the method raises, an unknown model or method included
     */
    public Object call(
            Transaction transaction,
            Caller caller,
            String modelName,
            String methodName,
            List<Object> args,
            Map<String, Object> kwargs) {
        Registry registry = registries.of(caller, transaction);
        ModelDef model = registry.find(modelName).orElseThrow(() -> unknownModel(registry, modelName));
        MethodSignature signature = registry.signature(model, methodName)
                .orElseThrow(() -> PythonError.attributeError(unknownMethod(registry, model, methodName)));
        Map<String, Object> named = new LinkedHashMap<>(kwargs);
        Context context = context(named.remove("context"));
        List<Object> positional = new ArrayList<>(args);
        Object records = null;
        if (signature.onRecords()) {
            requireFirst(registry, positional);
            records = positional.remove(0);
        }
        Arguments arguments = ArgumentBinder.bind(signature, shownName(registry, model, methodName), positional, named);
        if (methodName.equals("create")) {
            requireFirst(registry, positional);
        }
        Environment env = environment(registry, transaction, caller, context);
        return run(env.records(modelName, RecordIds.in(env).of(records)), methodName, arguments);
    }

    /**
     * Runs a method whose arguments are given by name; they are checked against its signature first.
     *
     * @param members the arguments as wire values; {@code ids} and {@code context} are among them
     * @return a wire value; records are always a list of ids
     * @throws HttpError of status 404 for an unknown method, 422 for arguments that do not fit
     */
    public Object callByName(
            Transaction transaction, Caller caller, String modelName, String methodName, Map<String, Object> members) {
        Registry registry = registries.of(caller, transaction);
        ModelDef model = registry.find(modelName).orElseThrow(() -> unknownModel(registry, modelName));
        MethodSignature signature = registry.signature(model, methodName)
                .orElseThrow(() -> HttpError.notFound(unknownMethod(registry, model, methodName)));
        NamedArguments given = NamedArguments.of(members);
        given.check(modelName, signature);
        Arguments arguments = ArgumentBinder.bind(
                signature, shownName(registry, model, methodName), List.of(), given.values(signature));
        Environment env = environment(registry, transaction, caller, given.context());
        return run(env.records(modelName, RecordIds.in(env).of(given.ids())), methodName, arguments);
    }

    /** A model's own method is code of ours, whose values are no client's; create, write and their like are as good as one. */
    private static Environment environment(Registry registry, Transaction transaction, Caller caller, Context context) {
        Environment env = Environment.of(registry, transaction, caller, context);
        boolean own = caller.policy().filter(KeyRights::runsOwnMethod).isPresent();
        return own ? env.acting("") : env;
    }

    /** What the version's documentation says of every model that the caller may read. */
    public Map<String, Object> describe(Transaction transaction, Caller caller, Map<String, MethodNote> notes) {
        return documentation(transaction, caller, notes).index();
    }

    /** What the version's documentation says of one model; empty when there is none that the caller may read. */
    public Optional<Map<String, Object>> describe(
            Transaction transaction, Caller caller, Map<String, MethodNote> notes, String model) {
        return documentation(transaction, caller, notes).of(model);
    }

    /**
     * The content of a binary field as a file; empty when there is none, or none for this caller.
     *
     * @param token an attachment's access token; empty for none
     */
    public Optional<StoredFile> file(
            Transaction transaction, Caller caller, String model, int id, String field, String token) {
        return files(transaction, caller).of(model, id, field, token);
    }

    /** The id of the public attachment that is to be served at a path. */
    public Optional<Integer> attachmentAt(Transaction transaction, Caller caller, String path) {
        return files(transaction, caller).at(path);
    }

    /** A company's logo; empty when it has none. */
    public Optional<StoredFile> logo(Transaction transaction, Caller caller, int company) {
        return files(transaction, caller).logo(company);
    }

    private BinaryFiles files(Transaction transaction, Caller caller) {
        Registry registry = registries.of(caller, transaction);
        return new BinaryFiles(Environment.of(registry, transaction, caller, Context.EMPTY));
    }

    private Documentation documentation(Transaction transaction, Caller caller, Map<String, MethodNote> notes) {
        Registry registry = registries.of(caller, transaction);
        Environment env = Environment.of(registry, transaction, caller, Context.EMPTY);
        return new Documentation(env, notes);
    }

    private static Object run(Records self, String methodName, Arguments arguments) {
        Environment env = self.env();
        String modelName = self.model().name();
        ModelMethod method = env.registry()
                .behaviours()
                .method(modelName, methodName)
                .orElseThrow(() -> NotEmulated.method(modelName, methodName));
        KeyGate.of(env).ifPresent(key -> {
            key.requireCalledOn(self.model(), self.ids());
            key.links().requireNamed(methodName, arguments);
        });
        try {
            Object answer = method.call(self, arguments);
            env.state().finish();
            return answer;
        } catch (DatabaseError e) {
            throw new DatabaseErrors(env).translate(e);
        } catch (StackOverflowError e) {
            // Values and paths may be nested as deep as a client likes; Python gives up in the same way.
            throw PythonError.of("RecursionError", "maximum recursion depth exceeded");
        }
    }

    private static String shownName(Registry registry, ModelDef model, String methodName) {
        return registry.version().has("python.qualified-names")
                ? PythonNames.className(registry.version(), model, methodName) + "." + methodName
                : methodName;
    }

    private static UserError unknownModel(Registry registry, String name) {
        return new UserError(registry.version().message("model.unknown", Map.of("model", name)));
    }

    private static String unknownMethod(Registry registry, ModelDef model, String method) {
        return registry.version().message("method.unknown", Map.of("model", model.name(), "method", method));
    }

    /** A context as Python would make a dict of it. */
    @SuppressWarnings("unchecked")
    static Context context(Object wire) {
        if (wire instanceof Map<?, ?> map) {
            return new Context((Map<String, Object>) map);
        }
        if (wire instanceof String text && !text.isEmpty()) {
            throw PythonError.valueError("dictionary update sequence element #0 has length 1; 2 is required");
        }
        if (PythonValues.isTrue(wire) && !(wire instanceof List)) {
            throw PythonError.typeError("'" + PythonValues.typeName(wire) + "' object is not iterable");
        }
        return Context.EMPTY;
    }

    private static void requireFirst(Registry registry, List<Object> positional) {
        if (positional.isEmpty()) {
            String sequence = registry.version().has("rpc.arguments-unpacked") ? "list" : "tuple";
            throw PythonError.of("IndexError", sequence + " index out of range");
        }
    }
}
