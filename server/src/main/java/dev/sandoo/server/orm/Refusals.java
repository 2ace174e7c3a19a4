package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.AccessMessages;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.access.RefusedRecords;
import dev.sandoo.server.access.Rule;
import dev.sandoo.server.error.AccessError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The AccessErrors that callers get: finds out what the message must tell, and has it worded. */
final class Refusals {
    private final Environment env;
    private final AccessMessages messages;

    Refusals(Environment env) {
        this.env = env;
        this.messages = new AccessMessages(env.version());
    }

    /** No line of {@code ir.model.access} allows the operation. */
    AccessError model(ModelDef model, Operation operation) {
        return messages.model(env.caller().access(), model.name(), model.description(), operation);
    }

    /** The caller's groups may not use the fields, of which there is at least one. */
    AccessError fields(ModelDef model, Operation operation, List<FieldDef> fields) {
        return messages.fields(env.caller(), model.name(), model.description(), operation, fields);
    }

    /** Rules keep the records, which exist, from the caller. */
    AccessError records(ModelDef model, Operation operation, List<Integer> ids) {
        List<Integer> shown = ids.subList(0, Math.min(ids.size(), RefusedRecords.MOST_NAMED));
        List<RefusedRecords.Name> names = new ArrayList<>();
        new DisplayNames(env, model)
                .of(shown)
                .forEach((id, name) -> names.add(new RefusedRecords.Name(id, name == null ? "" : name.toString())));
        List<Rule> broken = env.caller().access().rules(env.caller(), model.name(), operation).stream()
                .filter(rule -> isBroken(model, rule, ids))
                .toList();
        return messages.records(
                env.caller(),
                new RefusedRecords(model.name(), model.description(), operation, names, broken, companies(model, ids)));
    }

    private boolean isBroken(ModelDef model, Rule rule, List<Integer> ids) {
        return new Search(env, model).within(env.registry().rules().condition(env, rule), ids).size() < ids.size();
    }

    private Map<Integer, String> companies(ModelDef model, List<Integer> ids) {
        Map<Integer, String> companies = new LinkedHashMap<>();
        if (model.fields().containsKey("company_id")) {
            Records owners = env.sudo().records(model.name(), ids).records("company_id");
            for (Records company : owners) {
                companies.put(company.id(), company.text("display_name"));
            }
        }
        return companies;
    }
}
