package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.access.policy.KeyRights;
import dev.sandoo.server.access.policy.MethodKinds;
import dev.sandoo.server.access.policy.Sensitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What the policy of a key says to records that its holder names: those that a field is to lead to, and those that a method is
 * given. Through either, what the key may not read would come to light or be reached.
 */
final class KeyLinks {
    private final Environment env;
    private final KeyGate gate;
    private final KeyRights rights;

    KeyLinks(Environment env, KeyGate gate, KeyRights rights) {
        this.env = env;
        this.gate = gate;
        this.rights = rights;
    }

    /** Throws an AccessError when a client gives the record a link that the key may not know of. */
    void requireLink(ModelDef model, FieldDef field, Object wire) {
        if (env.acting().isPresent()) {
            return;
        }
        if (wire instanceof Integer id && id > 0 && field.type() == FieldType.MANY2ONE) {
            requireLinks(model, field, List.of(id));
        } else if (wire instanceof String text && field.type() == FieldType.REFERENCE) {
            String[] parts = text.split(",", 2);
            env.registry()
                    .find(parts[0])
                    .filter(target -> parts.length > 1)
                    .ifPresent(target -> requireReference(model, field, target, parts[1]));
        }
    }

    private void requireReference(ModelDef model, FieldDef field, ModelDef target, String id) {
        requireTarget(model, field, target);
        if (id.strip().matches("\\d{1,9}")) {
            gate.requireWithin(target, Operation.READ, List.of(Integer.valueOf(id.strip())));
        }
    }

    /** The same for the records of a list. */
    void requireLinks(ModelDef model, FieldDef field, Collection<Integer> ids) {
        if (env.acting().isPresent() || ids.isEmpty()) {
            return;
        }
        ModelDef target = env.registry().model(field.comodel());
        requireTarget(model, field, target);
        gate.requireWithin(target, Operation.READ, ids);
    }

    /** What is computed from a linked record would show what the key may not read of it. */
    private void requireTarget(ModelDef model, FieldDef field, ModelDef target) {
        boolean open = rights.opens(target.name(), Operation.READ)
                || rights.namesWritable(model.name(), field.name())
                || Sensitive.instance().isReference(target.name());
        if (!open) {
            rights.refuse(
                    "models",
                    "%s leads to %s, which it does not open; name the field in its list of fields to let it be set"
                            .formatted(KeyGate.named(model, List.of(field.name())), target.name()));
        }
    }

    /** Throws an AccessError when a client names, in an argument of a model's own method, records that the key may not know of. */
    void requireNamed(String method, Arguments arguments) {
        MethodKinds.instance().records(method).forEach((argument, name) -> {
            Object value = arguments.named().getOrDefault(argument, arguments.get(argument));
            List<Integer> ids = new ArrayList<>();
            (value instanceof List<?> list ? list : Collections.singletonList(value)).forEach(one -> {
                if (one instanceof Integer id && !isCallersOwn(name, id)) {
                    ids.add(id);
                }
            });
            if (!ids.isEmpty()) {
                gate.requireRecords(env.registry().model(name), Operation.READ, ids);
            }
        });
    }

    /** Whoever writes a message or follows a record is no news to themselves. */
    private boolean isCallersOwn(String model, int id) {
        return model.equals("res.partner") && id == env.caller().partnerId();
    }
}
