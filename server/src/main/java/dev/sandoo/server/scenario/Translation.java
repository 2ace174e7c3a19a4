package dev.sandoo.server.scenario;

import dev.sandoo.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the arguments to send of recorded ones: ids, texts and secrets that differ are replaced. Used in one thread. */
final class Translation {
    private static final Set<String> DOMAINS = Set.of("domain", "args");
    private static final Set<String> VALUES = Set.of("values", "vals", "vals_list");
    private static final String DEFAULT = "default_";

    private final Models models;
    private final Matches matches;
    private final SecretBook secrets;

    Translation(Models models, Matches matches, SecretBook secrets) {
        this.models = models;
        this.matches = matches;
        this.secrets = secrets;
    }

    /** Positional arguments. */
    List<Object> arguments(String model, String method, List<Object> args) {
        List<Object> translated = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            translated.add(argument(model, method, i, args.get(i)));
        }
        return translated;
    }

    private Object argument(String model, String method, int index, Object value) {
        if (index == 0 && isSearch(method) || index == 1 && method.equals("name_search")) {
            return domain(model, value);
        }
        if (index == 0 && !method.equals("create")) {
            return ids(model, value);
        }
        return value(model, value);
    }

    static boolean isSearch(String method) {
        return method.startsWith("search") || method.startsWith("web_search") || method.contains("read_group");
    }

    /** Named arguments. */
    Map<String, Object> named(String model, Map<String, Object> kwargs) {
        Map<String, Object> translated = new LinkedHashMap<>();
        kwargs.forEach((name, value) -> translated.put(name, namedValue(model, name, value, kwargs)));
        return translated;
    }

    private Object namedValue(String model, String name, Object value, Map<String, Object> beside) {
        if (name.equals("ids") || name.equals("id")) {
            return ids(model, value);
        }
        if (DOMAINS.contains(name)) {
            return domain(model, value);
        }
        if (name.equals("context") && value instanceof Map<?, ?> context) {
            return context(model, context);
        }
        if (VALUES.contains(name)) {
            return value(model, value);
        }
        if (name.equals("res_id") || name.equals("res_ids")) {
            return beside.get("res_model") instanceof String other ? ids(other, value) : ids(value);
        }
        return field(model, name, value);
    }

    private Map<String, Object> context(String model, Map<?, ?> context) {
        Map<String, Object> translated = new LinkedHashMap<>();
        String active = context.get("active_model") instanceof String name ? name : model;
        context.forEach((key, value) -> {
            String name = String.valueOf(key);
            Object changed = name.equals("active_id") || name.equals("active_ids")
                    ? ids(active, value)
                    : field(model, name.startsWith(DEFAULT) ? name.substring(DEFAULT.length()) : name, value);
            translated.put(name, name.equals("allowed_company_ids") ? ids("res.company", value) : changed);
        });
        return translated;
    }

    /** Values of records, a list of them, or anything else that may have such in it. */
    private Object value(String model, Object value) {
        Optional<SecretReference> secret = SecretReference.of(value);
        if (secret.isPresent()) {
            return secrets.value(secret.get());
        }
        if (value instanceof Map<?, ?> members) {
            Map<String, Object> translated = new LinkedHashMap<>();
            members.forEach(
                    (name, member) -> translated.put(String.valueOf(name), field(model, String.valueOf(name), member)));
            return translated;
        }
        if (value instanceof List<?> items) {
            return items.stream().map(item -> value(model, item)).toList();
        }
        return value instanceof String text ? matches.text(text).orElse(text) : value;
    }

    private Object field(String model, String name, Object value) {
        if (name.equals("id")) {
            return ids(model, value);
        }
        Optional<Models.Kind> kind = models.field(model, name);
        if (kind.isEmpty()) {
            return Models.soundsLikeIds(name) ? ids(value) : value(model, value);
        }
        FieldType type = kind.get().type();
        if (kind.get().comodel().isPresent()) {
            String comodel = kind.get().comodel().get();
            return type.isToMany() ? commands(comodel, value) : ids(comodel, value);
        }
        if (type == FieldType.REFERENCE && value instanceof String text && text.matches("[\\w.]+,\\d+")) {
            String[] parts = text.split(",");
            return parts[0] + "," + matches.id(parts[0], Integer.parseInt(parts[1]));
        }
        return type == FieldType.MANY2ONE_REFERENCE ? ids(value) : value(model, value);
    }

    private Object commands(String comodel, Object value) {
        if (!(value instanceof List<?> commands)) {
            return value;
        }
        List<Object> translated = new ArrayList<>();
        for (Object command : commands) {
            translated.add(
                    command instanceof List<?> parts && !parts.isEmpty() && parts.get(0) instanceof Integer
                            ? command(comodel, parts)
                            : ids(comodel, command));
        }
        return translated;
    }

    /** {@code [code, id, values or ids]}; what is left out stays left out. */
    private List<Object> command(String comodel, List<?> parts) {
        List<Object> translated = new ArrayList<>(parts);
        if (parts.size() > 1 && !Integer.valueOf(0).equals(parts.get(0))) {
            translated.set(1, ids(comodel, parts.get(1)));
        }
        if (parts.size() > 2) {
            boolean replaces = Integer.valueOf(6).equals(parts.get(0));
            translated.set(2, replaces ? ids(comodel, parts.get(2)) : value(comodel, parts.get(2)));
        }
        return translated;
    }

    private Object domain(String model, Object domain) {
        if (!(domain instanceof List<?> terms)) {
            return domain;
        }
        List<Object> translated = new ArrayList<>();
        for (Object term : terms) {
            translated.add(
                    term instanceof List<?> parts && parts.size() == 3 && parts.get(0) instanceof String path
                            ? term(model, path, parts)
                            : term);
        }
        return translated;
    }

    private List<Object> term(String model, String path, List<?> parts) {
        Optional<String> target = models.target(model, path);
        Object operator = parts.get(1);
        Object value = parts.get(2);
        Object changed;
        if (operator instanceof String word && word.endsWith("any")) {
            changed = domain(target.orElse(model), value);
        } else if (target.isPresent()) {
            changed = ids(target.get(), value);
        } else {
            changed = Models.soundsLikeIds(path) ? ids(value) : value(model, value);
        }
        List<Object> translated = new ArrayList<>(parts);
        translated.set(2, changed);
        return translated;
    }

    /** An id or a list of them; whatever else it is stays, texts that have come differently apart. */
    private Object ids(String model, Object value) {
        if (value instanceof Integer id) {
            return matches.id(model, id);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(item -> ids(model, item)).toList();
        }
        return value(model, value);
    }

    /** The same for ids of some model that is not known. */
    private Object ids(Object value) {
        if (value instanceof Integer id) {
            return matches.idOfAnyModel(id);
        }
        return value instanceof List<?> items ? items.stream().map(this::ids).toList() : value("", value);
    }
}
