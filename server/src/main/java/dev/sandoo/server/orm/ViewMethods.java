package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Views as clients get them: one that somebody made ({@code ir.ui.view}), as it was written, or a plain one with the record's
 * name. Views are not inherited from one another. Source: recorded scenarios orm_names/view-get and view-get-14.
 */
public final class ViewMethods implements Addon {
    private static final String VIEW = "ir.ui.view";
    private static final Pattern FIELD = Pattern.compile("<field\\b[^>]*?\\bname=\"(\\w+)\"[^>]*?(/?)>");

    @Override
    public void register(Behaviours.Builder behaviours) {
        String any = Behaviours.ANY_MODEL;
        behaviours
                .method(
                        any,
                        "get_view",
                        (self, arguments) ->
                                view(self, arguments.get("view_id"), String.valueOf(arguments.get("view_type"))))
                .method(any, "get_views", ViewMethods::views)
                .method(
                        any,
                        "fields_view_get",
                        (self, arguments) ->
                                earlierView(self, arguments.get("view_id"), String.valueOf(arguments.get("view_type"))))
                .method(any, "load_views", ViewMethods::earlierViews);
    }

    private record View(Object id, String name, String type, String arch) {
        /** The fields that the view shows, in their order. */
        Set<String> fields(ModelDef model) {
            Set<String> names = new LinkedHashSet<>();
            Matcher matcher = FIELD.matcher(arch);
            while (matcher.find()) {
                if (model.fields().containsKey(matcher.group(1))) {
                    names.add(matcher.group(1));
                }
            }
            return names;
        }
    }

    private static View find(Records self, Object id, String type) {
        Environment env = self.env().sudo();
        Records view = PythonValues.isTrue(id)
                ? env.records(VIEW, RecordIds.in(env).of(id))
                : own(env, self.model().name(), type);
        view.requireExisting();
        if (view.isEmpty()) {
            return new View(false, "default", type, plain(self.model(), type));
        }
        return new View(view.id(), view.text("name"), view.text("type"), view.text("arch_db"));
    }

    private static Records own(Environment env, String model, String type) {
        Records views = env.model(VIEW)
                .search(Condition.term("model", Operator.EQUALS, model)
                        .and(Condition.term("type", Operator.EQUALS, type))
                        .and(Condition.term("inherit_id", Operator.EQUALS, false)));
        return views.isEmpty() ? views : views.browse(views.ids().subList(0, 1));
    }

    private static String plain(ModelDef model, String type) {
        String name = model.recName().orElse("display_name");
        return switch (type) {
            case "list", "tree", "form", "search" -> "<" + type + "><field name=\"" + name + "\"/></" + type + ">";
            default -> "<" + type + "/>";
        };
    }

    private static Map<String, Object> view(Records self, Object id, String type) {
        View view = find(self, id, type);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("arch", view.arch());
        answer.put("id", view.id());
        answer.put("model", self.model().name());
        answer.put("models", Map.of(self.model().name(), List.copyOf(needed(self.model(), view, type))));
        return answer;
    }

    /** What a client reads besides what the view shows. */
    private static Set<String> needed(ModelDef model, View view, String type) {
        Set<String> names = view.fields(model);
        if (Set.of("list", "form", "kanban").contains(type)) {
            names.add("id");
            if (model.hasLog()) {
                names.add("write_date");
            }
        }
        return names;
    }

    private static Object views(Records self, Arguments arguments) {
        Map<String, Object> views = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (Object one : arguments.list("views")) {
            List<?> pair = (List<?>) one;
            String type = String.valueOf(pair.get(1));
            Map<String, Object> view = view(self, pair.get(0), type);
            ((List<?>) ((Map<?, ?>) view.remove("models")).get(self.model().name()))
                    .forEach(name -> names.add(String.valueOf(name)));
            views.put(type, view);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("views", views);
        Object fields = new FieldsGet(self.env(), self.model()).describe(List.copyOf(names), null);
        answer.put("models", Map.of(self.model().name(), Map.of("fields", fields)));
        return answer;
    }

    private static Map<String, Object> earlierView(Records self, Object id, String type) {
        View view = find(self, id, type);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("model", self.model().name());
        answer.put("field_parent", false);
        answer.put("arch", withModifiers(self.model(), view.arch()));
        answer.put("type", view.type());
        answer.put("view_id", view.id());
        answer.put("name", view.name());
        answer.put("base_model", self.model().name());
        Map<String, Object> fields = new LinkedHashMap<>();
        new FieldsGet(self.env(), self.model())
                .describe(List.copyOf(view.fields(self.model())), null)
                .forEach((name, attributes) -> fields.put(name, withViews((Map<?, ?>) attributes)));
        answer.put("fields", fields);
        return answer;
    }

    private static Map<Object, Object> withViews(Map<?, ?> attributes) {
        Map<Object, Object> all = new LinkedHashMap<>(attributes);
        all.put("views", Map.of());
        all.put("id", null);
        all.put("select", null);
        return all;
    }

    private static Object earlierViews(Records self, Arguments arguments) {
        Map<String, Object> views = new LinkedHashMap<>();
        for (Object one : arguments.list("views")) {
            List<?> pair = (List<?>) one;
            String type = String.valueOf(pair.get(1));
            views.put(type.equals("list") ? "list" : type, earlierView(self, pair.get(0), type));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("fields_views", views);
        answer.put("fields", new FieldsGet(self.env(), self.model()).describe(null, null));
        return answer;
    }

    /** The earlier version tells in the view what is required or read only. */
    private static String withModifiers(ModelDef model, String arch) {
        Matcher matcher = FIELD.matcher(arch);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            FieldDef field = model.fields().get(matcher.group(1));
            String tag = matcher.group();
            boolean closed = tag.endsWith("/>");
            String head = tag.substring(0, tag.length() - (closed ? 2 : 1)).stripTrailing();
            String modified = head + " modifiers=\"" + modifiers(field) + "\"" + (closed ? "/>" : ">");
            matcher.appendReplacement(out, Matcher.quoteReplacement(modified));
        }
        return matcher.appendTail(out).toString();
    }

    private static String modifiers(FieldDef field) {
        List<String> all = new ArrayList<>();
        if (field != null && field.readonly()) {
            all.add("&quot;readonly&quot;: true");
        }
        if (field != null && field.required()) {
            all.add("&quot;required&quot;: true");
        }
        return "{" + String.join(", ", all) + "}";
    }
}
