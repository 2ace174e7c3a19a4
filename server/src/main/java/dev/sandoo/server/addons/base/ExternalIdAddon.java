package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ir.model.data}: names that records have for the outside, and records by their names. */
public final class ExternalIdAddon implements Addon {
    private static final String DATA = "ir.model.data";

    /** Where an external id leads. */
    private record Target(int dataId, String model, Integer recordId) {}

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(DATA, "complete_name", List.of("module", "name"), ExternalIdAddon::completeName)
                .computeEach(DATA, "reference", List.of("model", "res_id"), ExternalIdAddon::reference)
                .compute(DATA, "display_name", ExternalIdAddon::displayName)
                .method(DATA, "check_object_reference", ExternalIdAddon::checkObjectReference)
                .method(DATA, "toggle_noupdate", ExternalIdAddon::toggleNoUpdate)
                .method(DATA, "xmlid_lookup", ExternalIdAddon::lookUp)
                .method(DATA, "xmlid_to_res_model_res_id", ExternalIdAddon::modelAndId)
                .method(DATA, "xmlid_to_res_id", (self, arguments) -> ((List<?>) modelAndId(self, arguments)).get(1))
                .method(DATA, "get_object_reference", (self, arguments) -> {
                    Target target = required(self.env(), name(arguments.text("module"), arguments.text("xml_id")));
                    return List.of(target.model(), target.recordId());
                });
    }

    private static Object completeName(Records one) {
        return complete(one);
    }

    private static String complete(Records one) {
        return name(Optional.of(one.text("module")), Optional.of(one.text("name")));
    }

    private static String name(Optional<String> module, Optional<String> name) {
        String prefix =
                module.filter(text -> !text.isEmpty()).map(text -> text + ".").orElse("");
        return prefix + name.orElse("");
    }

    private static Object reference(Records one) {
        return one.text("model") + "," + one.integer("res_id");
    }

    /** Later versions call an external id as the record it names, as far as there is one. */
    private static void displayName(Records names, Compute.Results results) {
        boolean byRecord = names.env().version().has("external-ids.called-by-record");
        for (Records one : names) {
            String own = byRecord ? recordName(one).orElseGet(() -> complete(one)) : one.text("name");
            results.set(one.id(), "display_name", own);
        }
    }

    private static Optional<String> recordName(Records one) {
        Environment env = one.env();
        if (one.integer("res_id") == 0 || env.registry().find(one.text("model")).isEmpty()) {
            return Optional.empty();
        }
        Records record = env.record(one.text("model"), one.integer("res_id")).exists();
        return Optional.of(record.text("display_name")).filter(name -> !name.isEmpty());
    }

    private static Object checkObjectReference(Records self, Arguments arguments) {
        Target target = required(self.env(), name(arguments.text("module"), arguments.text("xml_id")));
        Records record =
                self.env().sudo().record(target.model(), target.recordId()).exists();
        boolean readable = !record.isEmpty() && record.in(self.env()).mayRead();
        return Arrays.asList(target.model(), readable ? (Object) target.recordId() : false);
    }

    private static Object toggleNoUpdate(Records self, Arguments arguments) {
        Condition condition = Condition.term("model", Operator.EQUALS, arguments.get("model"))
                .and(Condition.term("res_id", Operator.EQUALS, arguments.get("res_id")));
        for (Records one : self.search(condition)) {
            one.write(Map.of("noupdate", !one.bool("noupdate")));
        }
        return null;
    }

    private static Object lookUp(Records self, Arguments arguments) {
        Target target = required(self.env(), arguments.text("xmlid").orElse(""));
        return List.of(target.dataId(), target.model(), target.recordId());
    }

    private static Object modelAndId(Records self, Arguments arguments) {
        String name = arguments.text("xmlid").orElse("");
        if (arguments.isTrue("raise_if_not_found")) {
            Target target = required(self.env(), name);
            return List.of(target.model(), target.recordId());
        }
        Optional<Target> target = find(self.env(), name);
        List<Object> pair = new ArrayList<>();
        pair.add(target.<Object>map(Target::model).orElse(false));
        pair.add(target.<Object>map(Target::recordId).orElse(false));
        return pair;
    }

    private static Target required(Environment env, String name) {
        return find(env, name)
                .orElseThrow(() -> PythonError.valueError("External ID not found in the system: " + name));
    }

    private static Optional<Target> find(Environment env, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            throw PythonError.valueError("not enough values to unpack (expected 2, got 1)");
        }
        return env.transaction()
                .queryFirst(
                        SqlFragment.of(
                                "SELECT id, model, coalesce(res_id, 0) FROM ir_model_data WHERE module = ? AND name = ?",
                                name.substring(0, dot),
                                name.substring(dot + 1)),
                        row -> new Target(row.integer(1), row.text(2), row.integer(3)))
                .filter(target -> target.recordId() != 0);
    }
}
