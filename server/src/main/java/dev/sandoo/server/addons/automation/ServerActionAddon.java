package dev.sandoo.server.addons.automation;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Runs server actions on the records that the context names. */
public final class ServerActionAddon implements Addon {
    static final String MODEL = "ir.actions.server";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(MODEL, "run", ServerActionAddon::run)
                .method(MODEL, "create_action", (actions, arguments) -> {
                    for (Records action : actions) {
                        action.write(Map.of("binding_model_id", action.integer("model_id"), "binding_type", "action"));
                    }
                    return true;
                })
                .method(MODEL, "unlink_action", (actions, arguments) -> {
                    actions.write(Map.of("binding_model_id", false));
                    return true;
                })
                .compute(
                        MODEL,
                        List.of("update_field_id", "update_related_model_id"),
                        List.of("model_id", "update_path", "state"),
                        ServerActionAddon::fields)
                .compute(
                        MODEL,
                        List.of("crud_model_id"),
                        List.of("model_id", "update_path", "state"),
                        ServerActionAddon::models);
    }

    private static Object run(Records actions, Arguments arguments) {
        actions.requireExisting();
        for (Records action : actions) {
            Records targets = targets(action);
            if (targets.isEmpty() && !"multi".equals(action.get("state"))) {
                continue;
            }
            perform(action, targets);
        }
        return false;
    }

    /** The records of the action's model that the context names. */
    private static Records targets(Records action) {
        Environment env = action.env();
        String model = action.text("model_name");
        Records none = env.model(model);
        if (!model.equals(env.context().text("active_model", ""))) {
            return none;
        }
        List<Integer> ids = env.context().ids("active_ids");
        if (ids.isEmpty() && env.context().get("active_id") instanceof Integer id) {
            ids = List.of(id);
        }
        return none.browse(ids);
    }

    private static void perform(Records action, Records targets) {
        switch (action.text("state")) {
            case "object_write" -> new RecordUpdate(action).apply(targets);
            case "object_create" -> create(action, targets);
            case "next_activity" -> ActivityPlan.of(action, targets);
            case "multi" -> {
                for (Records child : action.records("child_ids")) {
                    run(child, null);
                }
            }
            case "code" ->
                throw refused("the Python code of the server action '" + action.text("name")
                        + "': there is no scripting engine; use an action that updates or creates records, or stub"
                        + " ir.actions.server.run");
            default -> throw refused("server actions of the kind '" + action.text("state") + "'");
        }
    }

    /** One new record for each that the action runs on; the link leads to it. */
    private static void create(Records action, Records targets) {
        Environment env = action.env();
        Records made = env.model(action.text("crud_model_id.model"));
        String name = made.model().recName().orElse("name");
        for (Records target : targets) {
            Records one = made.create(Map.of(name, action.text("value")));
            String link = action.text("link_field_id.name");
            if (!link.isEmpty()) {
                boolean several = target.field(link).type().isToMany();
                target.write(Map.of(link, several ? List.of(List.of(4, one.id(), 0)) : (Object) one.id()));
            }
        }
    }

    private static void fields(Records actions, Compute.Results results) {
        for (Records action : actions) {
            UpdatePath path = UpdatePath.of(action);
            Records field = path == null ? null : path.record();
            results.set(action.id(), "update_field_id", field == null || field.isEmpty() ? null : field.id());
            results.set(action.id(), "update_related_model_id", field == null ? null : related(field));
        }
    }

    private static Object related(Records field) {
        return id(field.env(), field.text("relation"));
    }

    private static void models(Records actions, Compute.Results results) {
        for (Records action : actions) {
            UpdatePath path = UpdatePath.of(action);
            Object kept = action.get("crud_model_id");
            Object found = path == null ? kept : id(action.env(), path.model());
            results.set(action.id(), "crud_model_id", "object_create".equals(action.get("state")) ? kept : found);
        }
    }

    private static Object id(Environment env, String model) {
        Records found = env.sudo().model("ir.model").search(Condition.term("model", Operator.EQUALS, model));
        return found.isEmpty() ? null : found.ids().get(0);
    }

    /** The error for what an action says that is not emulated. */
    static PythonError refused(String what) {
        return PythonError.notEmulated("Sandoo does not run " + what + ".");
    }
}
