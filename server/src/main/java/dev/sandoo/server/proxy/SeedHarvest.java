package dev.sandoo.server.proxy;

import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.journal.CallSight;
import dev.sandoo.server.journal.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers the records that were read, as they were before a client changed anything itself, and the users. Not thread-safe. */
final class SeedHarvest {
    private static final Set<String> READS = Set.of("read", "search_read", "web_read", "web_search_read");
    private static final Set<String> MAKES = Set.of("create", "copy", "name_create");
    private static final Set<String> LOGINS = Set.of("common", "web");
    private static final String USERS = "res.users";

    private final Schema schema;
    private final KnownRecords known;
    private final Map<String, Map<Integer, SeedRow>> rows = new TreeMap<>();

    SeedHarvest(Schema schema, KnownRecords known) {
        this.schema = schema;
        this.known = known;
    }

    void accept(CallSight call) {
        if (call.answer().isEmpty()) {
            return;
        }
        Object answer = PlainValue.of(call.masked().answer().orElseThrow());
        ModelDef model = schema.models().get(call.model());
        if (LOGINS.contains(call.model())) {
            user(call, answer);
        } else if (model == null || !model.hasTable()) {
            return; // its answers become stubs
        } else if (MAKES.contains(call.method())) {
            known.made(model.name(), ids(answer));
        } else if (READS.contains(call.method())) {
            rows(answer).forEach(row -> keep(model, row));
        }
    }

    /** Whoever logs in has to be there. */
    private void user(CallSight call, Object answer) {
        if (answer instanceof Integer uid && !call.args().isEmpty() && !known.isBase(USERS, uid)) {
            keep(
                    schema.models().get(USERS),
                    Map.of("id", uid, "login", call.args().get(0)));
        }
    }

    /** {@code name_create} answers with the name as well. */
    private static List<Integer> ids(Object answer) {
        List<Integer> ids = new ArrayList<>();
        (answer instanceof List<?> list ? list : List.of(answer)).forEach(id -> {
            if (id instanceof Integer number) {
                ids.add(number);
            }
        });
        return ids;
    }

    private static List<Map<?, ?>> rows(Object answer) {
        Object list = answer instanceof Map<?, ?> members ? members.get("records") : answer;
        List<Map<?, ?>> rows = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof Map<?, ?> row && row.get("id") instanceof Integer) {
                    rows.add(row);
                }
            });
        }
        return rows;
    }

    private void keep(ModelDef model, Map<?, ?> read) {
        int id = (Integer) read.get("id");
        if (!known.isMade(model.name(), id)) {
            SeedRow row = row(model, id);
            row.read(read);
            model.fields().values().stream()
                    .filter(field -> field.type() != FieldType.ONE2MANY
                            && field.relation().isPresent())
                    .filter(field -> field.required() && row.values().containsKey(field.name()))
                    .filter(field -> SeedRow.ids(field, row.values().get(field.name())).stream()
                            .anyMatch(target -> known.isMade(field.comodel(), target)))
                    .findFirst()
                    .ifPresent(madeWith -> rows.get(model.name()).remove(id));
        }
    }

    /** The record of this id, which is begun when it was not known yet. */
    SeedRow row(ModelDef model, int id) {
        return rows.computeIfAbsent(model.name(), name -> new TreeMap<>())
                .computeIfAbsent(id, number -> new SeedRow(model, id));
    }

    /** The records so far, by model and id; to be changed when nothing is gathered any more. */
    Map<String, Map<Integer, SeedRow>> rows() {
        return rows;
    }
}
