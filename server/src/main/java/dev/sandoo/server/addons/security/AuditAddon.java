package dev.sandoo.server.addons.security;

import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** The record of calls, which nobody writes to or deletes from, whatever rights they give themselves. */
public final class AuditAddon implements Addon {
    private static final List<String> MODELS = List.of("sandoo.call", "sandoo.call.change", "sandoo.key.use");

    /** Methods that are refused before rights are asked, with a reason that helps more than these would. */
    private static final List<String> METHODS = List.of(
            "create",
            "write",
            "unlink",
            "copy",
            "load",
            "name_create",
            "action_archive",
            "action_unarchive",
            "web_save");

    @Override
    public void register(Behaviours.Builder behaviours) {
        for (String model : MODELS) {
            METHODS.forEach(method -> behaviours.method(model, method, (self, arguments) -> {
                throw refusal(model);
            }));
            behaviours.hooks(model, new AppendOnly(model));
        }
    }

    private static AccessError refusal(String model) {
        return new AccessError("The record of calls (" + model
                + ") cannot be changed: lines are only added, by the calls themselves.");
    }

    /** What methods of other models lead to. */
    private record AppendOnly(String model) implements ModelHooks {
        @Override
        public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
            throw refusal(model);
        }

        @Override
        public void beforeWrite(Records records, Map<String, Object> values) {
            throw refusal(model);
        }

        @Override
        public void beforeUnlink(Records records) {
            throw refusal(model);
        }
    }
}
