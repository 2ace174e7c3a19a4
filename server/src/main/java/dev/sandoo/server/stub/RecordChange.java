package dev.sandoo.server.stub;

import dev.sandoo.server.document.Node;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.stub.Template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a stub does to records: creates one, writes to some or deletes some, with the superuser's rights and in the caller's
 * name, as most business methods do.
 *
 * @param ids ids or external ids; of no use to {@link Kind#CREATE}
 * @param values of no use to {@link Kind#UNLINK}
 */
record RecordChange(Kind kind, String model, Template ids, Template values) {
    enum Kind {
        CREATE,
        WRITE,
        UNLINK
    }

    /** The change that a node describes; empty when it describes none. */
    static Optional<RecordChange> read(Node node) {
        node.allow("create", "write", "unlink", "ids", "values");
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (node.find(word(kind)).isPresent()) {
                kinds.add(kind);
            }
        }
        if (kinds.size() != 1) {
            node.problem("needs one of create, write and unlink, with a model's name");
            return Optional.empty();
        }
        Kind kind = kinds.get(0);
        Optional<String> model = node.find(word(kind)).flatMap(Node::text);
        Optional<Template> ids = part(node, "ids", kind != Kind.CREATE, kind);
        Optional<Template> values = part(node, "values", kind != Kind.UNLINK, kind);
        node.find("values")
                .filter(given -> !given.isTable() && !given.isText())
                .ifPresent(given -> given.problem("must be a table of fields with their values"));
        return model.map(name -> new RecordChange(
                kind, name, ids.orElse(Template.constant(false)), values.orElse(Template.constant(Map.of()))));
    }

    private static Optional<Template> part(Node node, String name, boolean wanted, Kind kind) {
        if (wanted) {
            return node.require(name).map(Template::read);
        }
        node.find(name).ifPresent(other -> other.problem("is of no use to " + word(kind)));
        return Optional.empty();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Does it, in the caller's transaction. */
    void make(Environment env, CallView call) {
        Environment sudo = env.sudo();
        if (!sudo.registry().schema().models().containsKey(model)) {
            throw new UserError("the stub changes records of " + model + ", which there is not");
        }
        switch (kind) {
            case CREATE -> call.created(sudo.model(model).create(values(call)).id());
            case WRITE -> records(sudo, call).write(values(call));
            case UNLINK -> records(sudo, call).unlink();
        }
    }

    private Records records(Environment env, CallView call) {
        Object given = ids.fill(call);
        List<Integer> found = new ArrayList<>();
        for (Object id : given instanceof List<?> list ? list : List.of(given)) {
            found.add(id(env, id));
        }
        return env.records(model, found);
    }

    private static int id(Environment env, Object id) {
        if (id instanceof Integer number) {
            return number;
        }
        if (id instanceof String externalId) {
            return env.find(externalId)
                    .map(Records::id)
                    .orElseThrow(() -> new TemplateException("there is no record " + externalId));
        }
        throw new TemplateException("an id must be a number or an external id, not " + id);
    }

    @SuppressWarnings("unchecked") // JSON and YAML have no keys but text
    private Map<String, Object> values(CallView call) {
        if (values.fill(call) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new TemplateException("the values of a record must be a table");
    }
}
