package dev.sandoo.server.orm;

import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs public methods of models: looks them up, binds their arguments, makes the environment. Thread-safe. */
public final class Models {
    private final Registries registries;
    private final Clock clock;

    public Models(Registries registries, Clock clock) {
        this.registries = registries;
        this.clock = clock;
    }

    /** Whether the caller's database has a model with this name. */
    public boolean hasModel(Transaction transaction, Caller caller, String model) {
        return registries.of(caller, transaction).find(model).isPresent();
    }

    /** Where our own code finds a caller's records, in a transaction that it commits itself. */
    public Environment environment(Transaction transaction, Caller caller) {
        return Environment.of(registries.of(caller, transaction), transaction, clock, caller, Context.EMPTY);
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
        MethodSignature signature =
                registry.signature(model, methodName).orElseThrow(() -> unknownMethod(registry, model, methodName));
        Map<String, Object> named = new LinkedHashMap<>(kwargs);
        Context context = context(named.remove("context"));
        List<Object> positional = new ArrayList<>(args);
        List<Integer> ids = signature.onRecords() ? ids(registry, positional, named) : List.of();
        String shownName = registry.version().has("python.qualified-names")
                ? PythonNames.className(model, methodName) + "." + methodName
                : methodName;
        Arguments arguments = ArgumentBinder.bind(signature, shownName, positional, named);
        Environment env = Environment.of(registry, transaction, clock, caller, context);
        ModelMethod method = registry.behaviours()
                .method(modelName, methodName)
                .orElseThrow(() -> NotEmulated.method(modelName, methodName));
        try {
            Object answer = method.call(env.records(modelName, ids), arguments);
            env.state().finish();
            return answer;
        } catch (dev.sandoo.server.error.DatabaseError e) {
            throw new DatabaseErrors(env).translate(e);
        }
    }

    private static UserError unknownModel(Registry registry, String name) {
        return new UserError(registry.version().message("model.unknown", Map.of("model", name)));
    }

    private static PythonError unknownMethod(Registry registry, ModelDef model, String method) {
        return PythonError.attributeError(
                registry.version().message("method.unknown", Map.of("model", model.name(), "method", method)));
    }

    @SuppressWarnings("unchecked")
    private static Context context(Object wire) {
        return wire instanceof Map<?, ?> map ? new Context((Map<String, Object>) map) : Context.EMPTY;
    }

    /** The first positional argument of a method on records. */
    private static List<Integer> ids(Registry registry, List<Object> positional, Map<String, Object> named) {
        Object first;
        if (!positional.isEmpty()) {
            first = positional.remove(0);
        } else if (named.containsKey("ids")) {
            first = named.remove("ids");
        } else {
            String sequence = registry.version().has("rpc.arguments-unpacked") ? "list" : "tuple";
            throw PythonError.of("IndexError", sequence + " index out of range");
        }
        if (first instanceof Integer id && id != 0) {
            return List.of(id);
        }
        if (!PythonValues.isTrue(first)) {
            return List.of();
        }
        List<Integer> ids = new ArrayList<>();
        if (first instanceof List<?> list) {
            list.forEach(id -> ids.add(id(id)));
        }
        return ids;
    }

    private static Integer id(Object wire) {
        if (wire instanceof Integer id) {
            return id;
        }
        if (wire instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (wire instanceof Long || wire instanceof java.math.BigInteger) {
            throw PythonError.of("psycopg2.errors.NumericValueOutOfRange", "integer out of range\n");
        }
        if (wire instanceof String text) {
            throw PythonError.of(
                    "psycopg2.errors.InvalidTextRepresentation",
                    "invalid input syntax for type integer: \"" + text + "\"\n");
        }
        throw PythonError.typeError("unhashable type: '" + PythonValues.typeName(wire) + "'");
    }
}
