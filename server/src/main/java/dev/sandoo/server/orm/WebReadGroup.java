package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.query.GroupCompiler;
import dev.sandoo.server.query.GroupSpec;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code web_read_group}: a page of groups by the first field, and how many there are in all. */
final class WebReadGroup {
    private final Environment env;
    private final ModelDef model;

    private WebReadGroup(Records self) {
        this.env = self.env();
        this.model = self.model();
    }

    static Object call(Records self, Arguments arguments) {
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        List<GroupSpec> groups = FormattedReadGroup.groups(arguments.get("groupby"));
        if (groups.isEmpty()) {
            throw PythonError.of("AssertionError", "");
        }
        List<String> aggregates = new ArrayList<>(FormattedReadGroup.aggregates(arguments.get("aggregates")));
        if (!aggregates.contains(GroupCompiler.COUNT)) {
            aggregates.add(GroupCompiler.COUNT);
        }
        Condition condition = GroupingMethods.condition(self.env(), arguments.get("domain"));
        Grouping first = new Grouping(groups.subList(0, 1), aggregates, List.of());
        WebReadGroup reader = new WebReadGroup(self);
        Map<String, Object> answer = reader.answer(first, condition, GenericMethods.page(arguments));
        if (arguments.isTrue("auto_unfold")) {
            reader.unfold(answer, groups, first, condition, arguments);
        }
        return answer;
    }

    /** Puts into each group what it shows when it is open: the groups by the next field, or the first of its records. */
    private void unfold(
            Map<String, Object> answer,
            List<GroupSpec> groups,
            Grouping outer,
            Condition condition,
            Arguments arguments) {
        for (Object group : (List<?>) answer.get("groups")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> line = (Map<String, Object>) group;
            Condition within =
                    GroupingMethods.all(condition, List.of(GroupingMethods.condition(env, line.get("__extra_domain"))));
            if (groups.size() > 1) {
                Grouping inner = new Grouping(groups.subList(1, 2), outer.aggregates(), List.of());
                line.put("__groups", answer(inner, within, Page.ALL));
            } else if (arguments.get("unfold_read_specification") instanceof Map<?, ?> specification) {
                Page first = new Page(false, arguments.get("unfold_read_default_limit"), false);
                List<Integer> ids = new Search(env, model).ids(within, first);
                line.put("__records", new WebRead(env, model).read(ids, specification));
            }
        }
    }

    private Map<String, Object> answer(Grouping grouping, Condition condition, Page page) {
        List<Object> groups = new FormattedReadGroup(env, model).read(grouping, condition, page);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("groups", groups);
        answer.put("length", length(grouping, condition, page, groups.size()));
        return answer;
    }

    private int length(Grouping grouping, Condition condition, Page page, int shown) {
        boolean cut = shown == 0 ? Truth.of(page.offset()) : page.limit() instanceof Integer limit && limit == shown;
        if (!cut) {
            return shown + (page.offset() instanceof Integer offset ? offset : 0);
        }
        Grouping bare = new Grouping(grouping.groups(), List.of(), List.of());
        return bare.read(env, model, condition, Page.ALL).rows().size();
    }
}
