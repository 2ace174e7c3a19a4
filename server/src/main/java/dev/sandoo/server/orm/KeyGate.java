package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.access.Rule;
import dev.sandoo.server.access.policy.KeyRights;
import dev.sandoo.server.access.policy.ModelGrant;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.domain.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the policy of the caller's key says to a step of a call: here its words meet models, fields and records. Who answers
 * clients asks through {@link Rights}; who creates, writes and deletes asks here. There is none for callers whom no policy
 * binds, who pay nothing for it.
 *
 * <p>What a client asks for is told from what models' own code does by {@link Environment#acting}: the code may do what the
 * checked-in list of technical models says, what its own model needs, and else no more than the key.
 */
final class KeyGate {
    private static final String DISPLAY_NAME = "display_name";
    private static final int MOST_NAMED = 5;

    private final Environment env;
    private final KeyRights rights;

    private KeyGate(Environment env, KeyRights rights) {
        this.env = env;
        this.rights = rights;
    }

    /** The gate of the environment's caller; empty when no policy binds them. */
    static Optional<KeyGate> of(Environment env) {
        Optional<KeyRights> policy = env.caller().policy();
        return policy.isEmpty() ? Optional.empty() : Optional.of(new KeyGate(env, policy.get()));
    }

    /** Whether the key may do this with the model. */
    boolean allows(ModelDef model, Operation operation) {
        return !rights.binds(model.name()) || rights.opens(model.name(), operation) || isOpenToCode(model, operation);
    }

    private boolean isOpenToCode(ModelDef model, Operation operation) {
        return env.acting()
                        .filter(acting -> rights.opensToCode(acting, model.name(), operation))
                        .isPresent()
                || env.isSuperuser() && rights.isTechnical(model.name(), operation);
    }

    /** Throws an AccessError when the key may not do this with the model. */
    void requireModel(ModelDef model, Operation operation) {
        if (!rights.opens(model.name(), operation) && !isOpenToCode(model, operation)) {
            rights.requireNotClosed(model.name(), "");
            rights.refuse(
                    rights.grant(model.name()).isEmpty() ? "models" : "methods",
                    "it does not open " + operation.odooName() + " of " + model.name());
        }
    }

    /** Whether values of the field may be answered: its own, and those it is read from. */
    boolean returns(ModelDef model, FieldDef field) {
        return !rights.binds(model.name()) || isReturned(model, field);
    }

    private boolean isReturned(ModelDef model, FieldDef field) {
        if (rights.namesReturned(model.name(), field.name())) {
            return true;
        }
        boolean listed = rights.returns(model.name(), field.name()) || isNameOfReturned(model, field);
        return listed && !AttachedRecords.isHiddenName(env, this, model, field) && isOriginReturned(model, field);
    }

    /** What shows another record, by a path or because a record is called after it, is open only where that is. */
    private boolean isOriginReturned(ModelDef model, FieldDef field) {
        FieldDef origin = called(model, field).orElse(field);
        if (origin != field && rights.namesReturned(model.name(), origin.name())) {
            return true;
        }
        if (origin != field && origin.type() == FieldType.MANY2ONE) {
            ModelDef other = env.registry().model(origin.comodel());
            return showsNames(other) && records(other, Operation.READ).equals(Condition.TRUE);
        }
        return origin.computation()
                .flatMap(Computation::related)
                .map(path -> isEndReturned(model, path))
                .orElse(true);
    }

    /** The field that the model's records are called by, where the field holds just that. */
    private Optional<FieldDef> called(ModelDef model, FieldDef field) {
        boolean plain = field.name().equals(DISPLAY_NAME)
                && env.registry()
                        .behaviours()
                        .compute(model.name(), DISPLAY_NAME)
                        .isEmpty();
        return plain ? model.recName().map(model.fields()::get) : Optional.empty();
    }

    /** A record that is called by a field shows no more by its name than by that. */
    private boolean isNameOfReturned(ModelDef model, FieldDef field) {
        return called(model, field)
                .filter(name -> rights.returns(model.name(), name.name()))
                .isPresent();
    }

    /** What a field shows of another model is open only where that model is, in all its records. */
    private boolean isEndReturned(ModelDef start, String path) {
        String[] steps = path.split("\\.");
        ModelDef at = start;
        boolean inherited = true;
        for (int i = 0; i < steps.length - 1; i++) {
            inherited &= at.inherits().containsValue(steps[i]);
            at = env.registry().model(at.fields().get(steps[i]).comodel());
        }
        FieldDef last = at.fields().get(steps[steps.length - 1]);
        boolean allRecords = inherited
                || rights.grant(at.name()).flatMap(ModelGrant::records).isEmpty();
        return rights.opens(at.name(), Operation.READ) && allRecords && (last == null || isReturned(at, last));
    }

    /** Throws an AccessError when one of the fields may not be answered. */
    void requireReturned(ModelDef model, Collection<String> names) {
        List<String> hidden = names.stream()
                .filter(name -> model.fields().containsKey(name))
                .filter(name -> !isReturned(model, model.fields().get(name)))
                .toList();
        if (!hidden.isEmpty()) {
            rights.refuse("returns", "it does not show " + named(model, hidden));
        }
    }

    /** Throws an AccessError when a client may not ask about the field of a model that a domain or an order has led to. */
    void requireAsked(ModelDef model, FieldDef field) {
        requireModel(model, Operation.READ);
        if (model.activeName().filter(field.name()::equals).isPresent()) {
            return; // every search asks it, and shows it by what it finds
        }
        requireReturned(model, List.of(field.name()));
        if (field.type().isToMany()) {
            requireAskedList(env.registry().model(field.comodel()), field);
        }
    }

    /** A list that code puts together is searched by code, which knows nothing of what the policy keeps back. */
    private void requireAskedList(ModelDef comodel, FieldDef field) {
        requireModel(comodel, Operation.READ);
        if (!field.stored() && field.computation().flatMap(Computation::related).isEmpty()) {
            requireAllRecords(comodel);
        }
    }

    /** The same where records that the policy keeps back would have a say. */
    void requireAskedOfAll(ModelDef model, FieldDef field) {
        requireAsked(model, field);
        requireAllRecords(model);
    }

    /** Throws an AccessError when the policy keeps records of the model back. */
    void requireAllRecords(ModelDef model) {
        if (!records(model, Operation.READ).equals(Condition.TRUE)) {
            rights.refuse("records", "it does not open all records of " + model.name());
        }
    }

    /** What records must fulfil for the key; nothing does where the model is closed. */
    Condition condition(ModelDef model, Operation operation) {
        if (!rights.binds(model.name()) || isOpenToCode(model, operation)) {
            return Condition.TRUE;
        }
        return rights.opens(model.name(), operation) ? records(model, operation) : Condition.FALSE;
    }

    /** The policy's own domain, those on what the model inherits, and what follows from the records that it is attached to. */
    Condition records(ModelDef model, Operation operation) {
        List<Condition> all = new ArrayList<>();
        rights.grant(model.name())
                .flatMap(ModelGrant::records)
                .map(this::parsed)
                .ifPresent(all::add);
        AttachedRecords.of(env, this, model, operation).ifPresent(all::add);
        model.inherits().forEach((parent, link) -> {
            Condition inherited = records(env.registry().model(parent), operation);
            if (!inherited.equals(Condition.TRUE)) {
                all.add(Condition.term(link, Operator.ANY_SUDO, inherited));
            }
        });
        return Condition.allOf(all);
    }

    private Condition parsed(Object domain) {
        return domain instanceof String text
                ? env.registry().rules().condition(env, new Rule(0, "records", "", Set.of(), Set.of(), text))
                : DomainParser.of(env.version()).parse(domain);
    }

    /**
     * Throws an AccessError when one of the records is none of those that the policy opens. One that does not exist is refused
     * like one that is kept back: the difference would tell which there are.
     */
    void requireWithin(ModelDef model, Operation operation, Collection<Integer> ids) {
        boolean technical = rights.isTechnical(model.name(), operation)
                && (env.isSuperuser() || env.acting().isPresent());
        Condition condition = technical ? Condition.TRUE : records(model, operation);
        if (condition.equals(Condition.TRUE) || ids.isEmpty()) {
            return;
        }
        Set<Integer> outside = new LinkedHashSet<>(ids);
        outside.removeAll(new Search(env.acting(""), model).within(condition, ids));
        if (!outside.isEmpty()) {
            rights.refuse(
                    "records",
                    "records of " + model.name() + " " + outside + " are none that it opens to "
                            + operation.odooName());
        }
    }

    /** Throws an AccessError when the policy opens to the operation not the model, or not these records of it. */
    void requireRecords(ModelDef model, Operation operation, Collection<Integer> ids) {
        requireModel(model, operation);
        requireWithin(model, operation, ids);
    }

    /** Throws an AccessError when a model's own method is called on records that the policy does not open. */
    void requireCalledOn(ModelDef model, Collection<Integer> ids) {
        if (rights.runsOwnMethod()) {
            requireWithin(model, Operation.WRITE, ids);
        }
    }

    /**
     * Throws an AccessError when the key may not change records of the model so.
     *
     * @param names the fields that the client gives values for
     */
    void requireChange(ModelDef model, Operation operation, Collection<String> names) {
        if (isOpenToCode(model, operation)) {
            return;
        }
        requireModel(model, operation);
        List<String> closed = names.stream()
                .filter(name -> !rights.writes(model.name(), name))
                .toList();
        if (!closed.isEmpty()) {
            rights.refuse("fields", "it does not let values be written to " + named(model, closed));
        }
    }

    /** Whether the policy names all of these inherited fields itself, and so opens them wherever they are kept. */
    boolean namesWritable(ModelDef model, Collection<String> names) {
        return names.stream().allMatch(name -> rights.namesWritable(model.name(), name));
    }

    /** What the policy says to records that a client names in order to link them, or to have a method reach them. */
    KeyLinks links() {
        return new KeyLinks(env, this, rights);
    }

    /** Whether what records are called may be answered. */
    boolean showsNames(ModelDef model) {
        FieldDef name = model.fields().get(DISPLAY_NAME);
        return !rights.binds(model.name())
                || rights.opens(model.name(), Operation.READ) && (name == null || isReturned(model, name));
    }

    /** Whether a client's values, and not a method of a model's own, changed the records. */
    boolean isPlainChange() {
        return env.acting().isEmpty() && !rights.runsOwnMethod();
    }

    /** The first few of the fields: a copy may want to write them all, and reasons are kept. */
    static String named(ModelDef model, Collection<String> fields) {
        String first = fields.stream()
                .limit(MOST_NAMED)
                .map(field -> model.name() + "." + field)
                .collect(Collectors.joining(", "));
        return fields.size() > MOST_NAMED ? first + " and " + (fields.size() - MOST_NAMED) + " more" : first;
    }
}
