package dev.sandoo.server.orm;

import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.MethodSignature.Kind;
import dev.sandoo.schema.MethodSignature.Parameter;
import dev.sandoo.server.error.PythonError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds positional and named arguments to a method's parameters, refusing what Python would refuse, in its words. */
final class ArgumentBinder {
    private final MethodSignature signature;
    private final String shownName;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Object> variable = new ArrayList<>();
    private final Map<String, Object> named = new LinkedHashMap<>();

    private ArgumentBinder(MethodSignature signature, String shownName) {
        this.signature = signature;
        this.shownName = shownName;
    }

    /**
     * Binds the arguments, which do not include {@code self}.
     *
     * @param shownName what Python calls the method in errors, such as {@code ResPartner.write}
     */
    static Arguments bind(MethodSignature signature, String shownName, List<Object> args, Map<String, Object> kwargs) {
        ArgumentBinder binder = new ArgumentBinder(signature, shownName);
        binder.bindPositional(args);
        binder.bindNamed(kwargs);
        binder.fillDefaults();
        return new Arguments(binder.values, binder.variable, binder.named);
    }

    private void bindPositional(List<Object> args) {
        List<Parameter> positional = ofKind(Kind.POSITIONAL_OR_KEYWORD);
        boolean takesMore = !ofKind(Kind.VAR_POSITIONAL).isEmpty();
        if (args.size() > positional.size() && !takesMore) {
            throw tooMany(positional, args.size());
        }
        for (int i = 0; i < args.size(); i++) {
            if (i < positional.size()) {
                values.put(positional.get(i).name(), args.get(i));
            } else {
                variable.add(args.get(i));
            }
        }
    }

    private void bindNamed(Map<String, Object> kwargs) {
        boolean takesMore = !ofKind(Kind.VAR_KEYWORD).isEmpty();
        kwargs.forEach((name, value) -> {
            boolean known = signature.parameters().stream()
                    .anyMatch(parameter -> parameter.name().equals(name)
                            && parameter.kind() != Kind.VAR_KEYWORD
                            && parameter.kind() != Kind.VAR_POSITIONAL);
            if (known && values.containsKey(name)) {
                throw PythonError.typeError(shownName + "() got multiple values for argument '" + name + "'");
            }
            if (!known && !takesMore) {
                throw PythonError.typeError(
                        shownName + "() got an unexpected keyword argument '" + name + "'" + suggestion(name));
            }
            (known ? values : named).put(name, value);
        });
    }

    /** Pythons that show the class of a method also guess what was meant. */
    private String suggestion(String name) {
        if (shownName.indexOf('.') < 0) {
            return "";
        }
        List<String> names = new ArrayList<>(List.of("self"));
        signature.parameters().stream()
                .filter(parameter ->
                        parameter.kind() == Kind.POSITIONAL_OR_KEYWORD || parameter.kind() == Kind.KEYWORD_ONLY)
                .forEach(parameter -> names.add(parameter.name()));
        return PythonSuggestion.of(name, names)
                .map(near -> ". Did you mean '" + near + "'?")
                .orElse("");
    }

    private void fillDefaults() {
        List<String> missing = new ArrayList<>();
        for (Parameter parameter : signature.parameters()) {
            if (!values.containsKey(parameter.name())) {
                if (parameter.isRequired()) {
                    missing.add("'" + parameter.name() + "'");
                } else {
                    parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value.value()));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw PythonError.typeError(shownName + "() missing " + missing.size() + " required positional argument"
                    + (missing.size() > 1 ? "s" : "") + ": " + enumerated(missing));
        }
    }

    private List<Parameter> ofKind(Kind kind) {
        return signature.parameters().stream()
                .filter(parameter -> parameter.kind() == kind)
                .toList();
    }

    private PythonError tooMany(List<Parameter> positional, int given) {
        long required = positional.stream().filter(Parameter::isRequired).count();
        int most = positional.size() + 1;
        String takes = required == positional.size() ? "" + most : "from " + (required + 1) + " to " + most;
        return PythonError.typeError(shownName + "() takes " + takes + " positional argument" + (most == 1 ? "" : "s")
                + " but " + (given + 1) + (given == 0 ? " was" : " were") + " given");
    }

    /** {@code 'a', 'b', and 'c'}. */
    private static String enumerated(List<String> names) {
        int last = names.size() - 1;
        if (last == 0) {
            return names.get(0);
        }
        String head = String.join(", ", names.subList(0, last));
        return head + (last > 1 ? ", and " : " and ") + names.get(last);
    }
}
