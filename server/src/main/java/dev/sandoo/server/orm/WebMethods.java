package dev.sandoo.server.orm;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The index of methods that the web client reads and saves with. */
public final class WebMethods implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        String any = Behaviours.ANY_MODEL;
        behaviours
                .method(any, "web_read", WebMethods::read)
                .method(any, "web_search_read", WebMethods::searchRead)
                .method(any, "web_name_search", WebMethods::nameSearch)
                .method(any, "web_save", WebMethods::save)
                .method(any, "web_save_multi", WebMethods::saveMulti)
                .method(any, "onchange", Onchange::call)
                .method(any, "get_formview_id", (self, arguments) -> false)
                .method(any, "get_formview_action", WebMethods::formAction)
                .method(any, "get_access_action", WebMethods::formAction);
    }

    private static Object read(Records self, Arguments arguments) {
        Map<?, ?> specification = WebRead.specification(arguments.get("specification"), "items");
        return new WebRead(self.env(), self.model()).read(self.ids(), specification);
    }

    private static Object searchRead(Records self, Arguments arguments) {
        Environment env = self.env();
        new Rights(env).checkModel(self.model(), Operation.READ);
        List<Object> records;
        if (arguments.values().containsKey("specification")) {
            Map<?, ?> specification = WebRead.specification(arguments.get("specification"), "keys");
            new Read(env, self.model(), false).fields(named(specification));
            records = new WebRead(env, self.model()).read(found(self, arguments), specification);
        } else {
            Read read = new Read(env, self.model(), "_classic_read");
            records = read.read(found(self, arguments), arguments.get("fields") instanceof List<?> list ? list : null);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("length", length(self, arguments, records.size()));
        answer.put("records", records);
        return answer;
    }

    private static List<Object> named(Map<?, ?> specification) {
        return specification.isEmpty() ? List.of("id") : new ArrayList<>(specification.keySet());
    }

    private static List<Integer> found(Records self, Arguments arguments) {
        Condition condition = GenericMethods.condition(self.env(), arguments.get("domain"));
        return new Search(self.env(), self.model()).ids(condition, GenericMethods.page(arguments));
    }

    /** How many records there are in all; they are counted only if the page does not end them. */
    private static int length(Records self, Arguments arguments, int shown) {
        if (shown == 0) {
            return 0;
        }
        if (!(arguments.get("limit") instanceof Integer limit && limit == shown)) {
            return shown + (arguments.get("offset") instanceof Integer offset ? offset : 0);
        }
        Condition condition = GenericMethods.condition(self.env(), arguments.get("domain"));
        Object most = Truth.of(arguments.get("count_limit")) ? arguments.get("count_limit") : false;
        return new Search(self.env(), self.model()).count(condition, most);
    }

    private static Object nameSearch(Records self, Arguments arguments) {
        Map<?, ?> specification = WebRead.specification(arguments.get("specification"), "items");
        List<Object> lines = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        boolean namesOnly = specification.size() == 1 && specification.containsKey("display_name");
        for (Object found : (List<?>) NameSearch.call(self, arguments)) {
            List<?> pair = (List<?>) found;
            ids.add((Integer) pair.get(0));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", pair.get(0));
            line.put("display_name", pair.get(1));
            line.put("__formatted_display_name", pair.get(1));
            lines.add(line);
        }
        return namesOnly ? lines : new WebRead(self.env(), self.model()).read(ids, specification);
    }

    private static Object save(Records self, Arguments arguments) {
        Map<?, ?> specification = WebRead.specification(arguments.get("specification"), "items");
        Records saved = self;
        if (self.isEmpty()) {
            saved = self.create(arguments.map("vals"));
        } else {
            self.write(arguments.map("vals"));
        }
        Object next = arguments.get("next_id");
        List<Integer> shown = next instanceof Integer id && id != 0 ? List.of(id) : saved.ids();
        return new WebRead(self.env(), self.model()).read(shown, specification);
    }

    private static Object saveMulti(Records self, Arguments arguments) {
        Map<?, ?> specification = WebRead.specification(arguments.get("specification"), "items");
        List<Object> values = arguments.list("vals_list");
        if (values.size() != self.size()) {
            throw PythonError.valueError("Each record must have a corresponding vals entry.");
        }
        int i = 0;
        for (Integer id : self.ids()) {
            @SuppressWarnings("unchecked")
            Map<String, Object> one = (Map<String, Object>) values.get(i++);
            self.browse(List.of(id)).write(one);
        }
        return new WebRead(self.env(), self.model()).read(self.ids(), specification);
    }

    private static Object formAction(Records self, Arguments arguments) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.act_window");
        action.put("res_model", self.model().name());
        if (self.env().version().has("actions.view-modes")) {
            action.put("view_type", "form");
            action.put("view_mode", "form");
        }
        action.put("views", List.of(List.of(false, "form")));
        action.put("target", "current");
        int id = self.id();
        action.put("res_id", id == 0 ? (Object) false : id);
        action.put("context", self.env().context().values());
        return action;
    }
}
