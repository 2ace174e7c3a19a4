package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.AccessMessages;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.access.RefusedRecords;
import dev.sandoo.server.access.Rule;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
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
        List<Rule> broken = broken(model, operation, ids);
        return messages.records(
                env.caller(),
                new RefusedRecords(model.name(), model.description(), operation, names, broken, companies(model, ids)));
    }

    /** Of the groups' rules one is enough, so they are broken together or not at all. */
    private List<Rule> broken(ModelDef model, Operation operation, List<Integer> ids) {
        List<Rule> rules = env.caller().access().rules(env.caller(), model.name(), operation);
        List<Condition> ofGroups = rules.stream()
                .filter(rule -> !rule.isGlobal())
                .map(rule -> env.registry().rules().condition(env, rule))
                .toList();
        boolean groupsRefuse = !ofGroups.isEmpty() && refuses(model, Condition.anyOf(ofGroups), ids);
        return rules.stream()
                .filter(rule -> rule.isGlobal()
                        ? refuses(model, env.registry().rules().condition(env, rule), ids)
                        : groupsRefuse)
                .toList();
    }

    /** Archived records fulfil no rule here: Odoo looks for the culprits as it looks for records. */
    private boolean refuses(ModelDef model, Condition rule, List<Integer> ids) {
        Condition active = model.activeName()
                .map(name -> Condition.term(name, Operator.EQUALS, true))
                .orElse(Condition.TRUE);
        return new Search(env, model).within(rule.and(active), ids).size() < ids.size();
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
