package dev.sandoo.server.orm;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.query.GroupOrder;
import dev.sandoo.server.query.GroupSpec;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code formatted_read_grouping_sets}: the same records grouped in several ways. */
final class GroupingSets {
    private GroupingSets() {}

    static Object call(Records self, Arguments arguments) {
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        List<Object> wanted = GroupArguments.items(arguments.get("grouping_sets"));
        if (wanted.isEmpty()) {
            throw PythonError.valueError("The 'grouping_sets' parameter cannot be empty.");
        }
        List<List<GroupSpec>> sets =
                wanted.stream().map(FormattedReadGroup::groups).toList();
        List<String> aggregates = FormattedReadGroup.aggregates(arguments.get("aggregates"));
        Condition condition = GroupingMethods.condition(self.env(), arguments.get("domain"));
        FormattedReadGroup reader = new FormattedReadGroup(self.env(), self.model());
        List<Object> answers = new ArrayList<>();
        for (List<GroupSpec> set : sets) {
            Page page = new Page(order(arguments.get("order"), set, sets), false, false);
            answers.add(reader.read(new Grouping(set, aggregates, List.of()), condition, page));
        }
        return answers;
    }

    /** The parts of the order that are not groups of other sets only. */
    private static Object order(Object order, List<GroupSpec> set, List<List<GroupSpec>> sets) {
        if (!Truth.of(order)) {
            return order;
        }
        Set<String> foreign = new HashSet<>();
        sets.forEach(other -> other.forEach(spec -> foreign.add(spec.text())));
        set.forEach(spec -> foreign.remove(spec.text()));
        List<GroupOrder> parts = GroupOrder.parse(order);
        String[] texts = ((String) order).split(",", -1);
        return Arrays.stream(texts)
                .filter(text -> !foreign.contains(
                        parts.get(Arrays.asList(texts).indexOf(text)).term()))
                .collect(Collectors.joining(","));
    }
}
