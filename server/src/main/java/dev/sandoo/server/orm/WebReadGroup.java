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
        return new WebReadGroup(self).answer(first, condition, GenericMethods.page(arguments));
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
