package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a key may see of records that hang on records of any model, such as messages and attachments: those that hang on what its
 * policy opens, and of files those of fields that it may read. Changing them is changing what they hang on.
 */
final class AttachedRecords {
    private static final String ATTACHMENT = "ir.attachment";

    /** The models with the fields that say what a record hangs on. */
    private static final Map<String, Link> LINKS = Map.of(
            ATTACHMENT,
            new Link("res_model", "res_id", "res_name"),
            "mail.message",
            new Link("model", "res_id", "record_name"),
            "mail.activity",
            new Link("res_model", "res_id", "res_name"),
            "mail.followers",
            new Link("res_model", "res_id", "name"),
            "rating.rating",
            new Link("res_model", "res_id", "res_name"));

    /** The fields for the model, the id and the name of the record that another hangs on. */
    private record Link(String model, String id, String name) {}

    private final Environment env;
    private final KeyGate gate;
    private final Link link;
    private final Operation operation;

    private AttachedRecords(Environment env, KeyGate gate, Link link, Operation operation) {
        this.env = env;
        this.gate = gate;
        this.link = link;
        this.operation = operation == Operation.READ ? operation : Operation.WRITE;
    }

    /** The condition; empty for models whose records hang on none. */
    static Optional<Condition> of(Environment env, KeyGate gate, ModelDef model, Operation operation) {
        return Optional.ofNullable(LINKS.get(model.name()))
                .map(link -> new AttachedRecords(env, gate, link, operation).condition(model));
    }

    /** Whether the field holds what other records are called that the key may not know the names of. */
    static boolean isHiddenName(Environment env, KeyGate gate, ModelDef model, FieldDef field) {
        Link link = LINKS.get(model.name());
        return link != null
                && link.name().equals(field.name())
                && env.registry().models().stream()
                        .anyMatch(open -> gate.allows(open, Operation.READ) && !gate.showsNames(open));
    }

    private Condition condition(ModelDef attached) {
        List<Object> whole = new ArrayList<>();
        List<Condition> open = new ArrayList<>();
        List<Condition> hidden = new ArrayList<>();
        for (ModelDef model : env.registry().models()) {
            if (LINKS.containsKey(model.name()) || !model.hasTable() || !gate.allows(model, operation)) {
                continue;
            }
            Condition records = gate.records(model, operation);
            if (records.equals(Condition.TRUE)) {
                whole.add(model.name());
            } else {
                open.add(Condition.term(link.model(), Operator.EQUALS, model.name())
                        .and(Condition.term(link.id(), Operator.IN, ids(model, records))));
            }
            if (attached.name().equals(ATTACHMENT)) {
                hidden(model).ifPresent(hidden::add);
            }
        }
        open.add(Condition.term(link.model(), Operator.IN, whole));
        if (attached.hasLog()) {
            open.add(Condition.term(link.model(), Operator.EQUALS, false)
                    .and(Condition.term("create_uid", Operator.EQUALS, env.uid())));
        }
        List<Condition> all = new ArrayList<>(List.of(Condition.anyOf(open)));
        hidden.forEach(one -> all.add(new Condition.Not(one)));
        return Condition.allOf(all);
    }

    private List<Object> ids(ModelDef model, Condition records) {
        Environment all = env.sudo().acting("").with("active_test", false);
        return new ArrayList<>(new Search(all, model).ids(records, Page.ALL));
    }

    /** The files of fields that may not be read. */
    private Optional<Condition> hidden(ModelDef model) {
        List<Object> names = new ArrayList<>();
        for (FieldDef field : model.fields().values()) {
            if (field.type() == FieldType.BINARY && field.attachment() && !gate.returns(model, field)) {
                names.add(field.name());
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Condition.term(link.model(), Operator.EQUALS, model.name())
                        .and(Condition.term("res_field", Operator.IN, names)));
    }
}
