package dev.sandoo.server.stub;

import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.MethodSignature.Parameter;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.stub.ValuePath.Found;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call as conditions and templates see it. Its roots: {@code model}, {@code method}, {@code ids}, {@code args},
 * {@code kwargs}, {@code context}, {@code user}, {@code now}, {@code today}, {@code created}, {@code values} of create and
 * write, and every argument by its name, wherever it was given. Used by one thread.
 */
final class CallView {
    /** What create and write call the values they are given, in whatever version. */
    private static final List<String> VALUES = List.of("vals_list", "vals");

    private static final String IDS = "ids";
    private static final String CONTEXT = "context";

    private final Map<String, Object> roots = new LinkedHashMap<>();
    private final List<Object> created = new ArrayList<>();

    private CallView(Map<String, Object> named) {
        roots.putAll(named);
    }

    /** What was called, by whom. */
    record Subject(Caller caller, String model, String method, LocalDateTime now) {}

    /** A call with positional and named arguments; of methods that nobody knows the first argument may be records. */
    static CallView of(
            Subject subject, Optional<MethodSignature> signature, List<Object> args, Map<String, Object> kwargs) {
        boolean onRecords = signature.map(MethodSignature::onRecords).orElse(!args.isEmpty() && areIds(args.get(0)));
        Map<String, Object> named = new LinkedHashMap<>();
        List<Object> rest = onRecords && !args.isEmpty() ? args.subList(1, args.size()) : args;
        signature.ifPresent(known -> name(known, rest, named));
        named.putAll(kwargs);
        CallView view = new CallView(named);
        view.complete(subject, onRecords && !args.isEmpty() ? args.get(0) : List.of(), args, kwargs);
        return view;
    }

    /** A call whose arguments are all named; {@code ids} and {@code context} are among them. */
    static CallView of(Subject subject, Map<String, Object> members) {
        Map<String, Object> kwargs = new LinkedHashMap<>(members);
        Object ids = kwargs.remove(IDS);
        CallView view = new CallView(kwargs);
        view.complete(subject, ids == null ? List.of() : ids, List.of(), kwargs);
        return view;
    }

    private static void name(MethodSignature signature, List<Object> args, Map<String, Object> named) {
        int position = 0;
        for (Parameter parameter : signature.parameters()) {
            if (parameter.kind() == MethodSignature.Kind.POSITIONAL_OR_KEYWORD && position < args.size()) {
                named.put(parameter.name(), args.get(position++));
            } else {
                parameter.defaultValue().ifPresent(value -> named.put(parameter.name(), value.value()));
            }
        }
    }

    private void complete(Subject subject, Object ids, List<Object> args, Map<String, Object> kwargs) {
        Map<String, Object> others = new LinkedHashMap<>(kwargs);
        Object context = others.remove(CONTEXT);
        VALUES.stream()
                .filter(roots::containsKey)
                .findFirst()
                .ifPresent(name -> roots.putIfAbsent("values", roots.get(name)));
        roots.put("model", subject.model());
        roots.put("method", subject.method());
        roots.put(IDS, idList(ids));
        roots.put("args", args);
        roots.put("kwargs", others);
        roots.put(CONTEXT, context instanceof Map ? context : Map.of());
        roots.put("user", user(subject.caller()));
        roots.put("now", DatetimeText.of(subject.now()));
        roots.put("today", subject.now().toLocalDate().toString());
        roots.put("created", created);
    }

    private static List<?> idList(Object ids) {
        if (ids instanceof List<?> list) {
            return list;
        }
        return ids instanceof Integer ? List.of(ids) : List.of();
    }

    private static Map<String, Object> user(Caller caller) {
        return Map.of(
                "id",
                caller.uid(),
                "login",
                caller.login(),
                "name",
                caller.name(),
                "partner_id",
                caller.partnerId(),
                "company_id",
                caller.companyId());
    }

    private static boolean areIds(Object value) {
        return value instanceof Integer
                || value instanceof List<?> list
                        && !list.isEmpty()
                        && list.stream().allMatch(Integer.class::isInstance);
    }

    /** What a path leads to. */
    List<Found> find(ValuePath path) {
        return path.in(roots);
    }

    /** What templates find their values in. */
    Map<String, Object> roots() {
        return roots;
    }

    /** Notes a record that the stub has created, for what follows. */
    void created(int id) {
        created.add(id);
    }
}
