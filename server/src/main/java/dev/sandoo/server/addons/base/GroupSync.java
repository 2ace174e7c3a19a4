package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the version stores implied groups with their users: puts a group's users into what it implies. */
final class GroupSync implements ModelHooks {
    private static final int LINK = 4;

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        storeImplied(created);
    }

    @Override
    public void afterWrite(Records groups, Map<String, Object> values) {
        if (values.containsKey("implied_ids") || values.containsKey("users")) {
            storeImplied(groups);
        }
    }

    private static void storeImplied(Records groups) {
        if (!groups.env().version().has("groups.implied-stored")) {
            return;
        }
        for (Records group : groups.sudo()) {
            List<Integer> users = group.in(group.env().with("active_test", false))
                    .records("users")
                    .ids();
            Set<Integer> implied = GroupAddon.implied(group);
            if (!users.isEmpty() && !implied.isEmpty()) {
                List<Object> links = new ArrayList<>();
                users.forEach(id -> links.add(List.of(LINK, id)));
                group.browse(implied).writeQuietly(Map.of("users", links));
            }
        }
    }
}
