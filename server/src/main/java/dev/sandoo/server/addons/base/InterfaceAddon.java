package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Inverse;
import dev.sandoo.server.orm.Records;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Views and menus: the text of a view, the path of a menu, and when a record last changed. */
public final class InterfaceAddon implements Addon {
    private static final String VIEW = "ir.ui.view";
    private static final String MENU = "ir.ui.menu";

    @Override
    public void register(Behaviours.Builder behaviours) {
        Inverse kept = (views, value) -> views.write(Map.of("arch_db", value));
        behaviours
                .compute(VIEW, List.of("arch"), List.of("arch_db"), InterfaceAddon::texts)
                .compute(VIEW, List.of("arch_base"), List.of("arch_db"), InterfaceAddon::texts)
                .hooks(MENU, new MenuCopies())
                .inverse(VIEW, "arch", kept)
                .inverse(VIEW, "arch_base", kept)
                .compute(
                        MENU,
                        List.of("complete_name"),
                        List.of("name", "parent_id.complete_name"),
                        InterfaceAddon::paths)
                .compute(
                        MENU,
                        List.of("display_name"),
                        List.of("name", "parent_id.complete_name"),
                        InterfaceAddon::paths)
                .compute(
                        Behaviours.ANY_MODEL,
                        List.of("__last_update"),
                        List.of("create_date", "write_date"),
                        InterfaceAddon::changes);
    }

    private static void texts(Records views, Compute.Results results) {
        for (Records view : views) {
            results.set(view.id(), "arch", view.get("arch_db"));
            results.set(view.id(), "arch_base", view.get("arch_db"));
        }
    }

    private static void paths(Records menus, Compute.Results results) {
        for (Records menu : menus) {
            StringBuilder path = new StringBuilder(menu.text("name"));
            Set<Integer> passed = new HashSet<>(Set.of(menu.id()));
            Records above = menu.records("parent_id");
            while (!above.isEmpty() && passed.add(above.id())) {
                path.insert(0, above.text("name") + "/");
                above = above.records("parent_id");
            }
            results.set(menu.id(), "complete_name", path.toString());
            results.set(menu.id(), "display_name", path.toString());
        }
    }

    private static void changes(Records records, Compute.Results results) {
        boolean logged = records.model().hasLog();
        for (Records record : records) {
            Object changed = logged ? record.get("write_date") : null;
            results.set(record.id(), "__last_update", changed == null && logged ? record.get("create_date") : changed);
        }
    }
}
