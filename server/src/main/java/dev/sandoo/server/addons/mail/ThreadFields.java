package dev.sandoo.server.addons.mail;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a record has messages, how many files, and the names of the records that messages and activities are about. */
final class ThreadFields implements Addon {
    private static final String HAS = "has_message";
    private static final String FILES = "message_attachment_count";
    private static final String MESSAGES = "message_ids";

    @Override
    public void register(Behaviours.Builder behaviours) {
        String any = Behaviours.ANY_MODEL;
        behaviours
                .compute(any, List.of(HAS), List.of(MESSAGES), ThreadFields::hasMessage)
                .compute(any, List.of(FILES), List.of("id"), ThreadFields::files)
                .compute(
                        MessagePost.MESSAGE,
                        List.of("record_name"),
                        List.of("model", "res_id"),
                        (messages, results) -> names(messages, "model", "record_name", results))
                .compute(
                        "mail.activity",
                        List.of("res_name"),
                        List.of("res_id", "res_model"),
                        (activities, results) -> names(activities, "res_model", "res_name", results));
    }

    /** The record that a model's name and an id lead to; none where they lead nowhere. */
    static Records record(Environment env, Object model, Object id) {
        boolean known =
                model instanceof String name && env.registry().find(name).isPresent();
        return known && id instanceof Integer number && number != 0
                ? env.record((String) model, number).exists()
                : env.model(MessagePost.MESSAGE);
    }

    private static void hasMessage(Records records, Compute.Results results) {
        for (Records record : records) {
            results.set(record.id(), HAS, !record.sudo().records(MESSAGES).isEmpty());
        }
    }

    private static void files(Records records, Compute.Results results) {
        Condition ofThese = Condition.term(
                        "res_model", Operator.EQUALS, records.model().name())
                .and(Condition.term("res_id", Operator.IN, records.ids()));
        Map<Integer, Integer> counts = new HashMap<>();
        for (Records file : records.env().sudo().model("ir.attachment").search(ofThese)) {
            counts.merge(file.integer("res_id"), 1, Integer::sum);
        }
        records.ids().forEach(id -> results.set(id, FILES, counts.getOrDefault(id, 0)));
    }

    /** The names of the records are read for each model at once. */
    private static void names(Records all, String modelField, String nameField, Compute.Results results) {
        Map<String, Map<Integer, List<Integer>>> byModel = new LinkedHashMap<>();
        for (Records one : all.sudo()) {
            String model = one.text(modelField);
            int target = one.integer("res_id");
            if (target != 0 && all.env().registry().find(model).isPresent()) {
                byModel.computeIfAbsent(model, name -> new LinkedHashMap<>())
                        .computeIfAbsent(target, id -> new ArrayList<>())
                        .add(one.id());
            }
        }
        byModel.forEach((model, targets) -> {
            Records records = all.env().sudo().records(model, targets.keySet()).exists();
            for (Records record : records) {
                Object name = record.get("display_name");
                targets.get(record.id()).forEach(id -> results.set(id, nameField, name));
            }
        });
    }
}
