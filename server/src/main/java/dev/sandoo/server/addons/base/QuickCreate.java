package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.GenericMethods;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** {@code name_create} of models that do more, or less, than fill in their name. Source: answers of both versions. */
public final class QuickCreate implements Addon {
    private static final String METHOD = "name_create";
    private static final String NAME = "name";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method("product.category", METHOD, QuickCreate::byName)
                .method("hr.department", METHOD, QuickCreate::byName)
                .method("account.account", METHOD, QuickCreate::account);
    }

    /** These go by their complete name, which follows from the one that is given. */
    private static Object byName(Records self, Arguments arguments) {
        Records created = self.create(Map.of(NAME, arguments.get(NAME)));
        return List.of(created.id(), created.text("display_name"));
    }

    private static Object account(Records self, Arguments arguments) {
        if (self.env().version().has("account.no-quick-create")) {
            throw new UserError("Please create new accounts from the Chart of Accounts menu.");
        }
        return GenericMethods.nameCreate(self, arguments);
    }
}
