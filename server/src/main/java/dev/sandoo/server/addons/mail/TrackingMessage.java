package dev.sandoo.server.addons.mail;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The message with {@code mail.tracking.value} records that changes of tracked fields leave. */
final class TrackingMessage {
    private static final String VALUE = "mail.tracking.value";

    /** The order that changes are shown in. */
    static final Comparator<FieldDef> ORDER = Comparator.<FieldDef>comparingInt(
                    field -> field.tracking().orElseThrow())
            .thenComparing(FieldDef::name);

    private TrackingMessage() {}

    /** Leaves the message of changes. @param old the changed fields with what they held @param now what fields hold */
    static void leave(Records record, SortedMap<FieldDef, TrackedValue> old, Map<FieldDef, TrackedValue> now) {
        Environment env = record.env();
        Map<String, Object> message = TrackedSubtypes.of(record, old.keySet())
                .flatMap(name -> Subtypes.find(env, name))
                .map(subtype -> MessageLog.posted(record, subtype))
                .orElseGet(() -> MessageLog.noted(
                        record, Subtypes.find(env, MessageLog.NOTE).orElseThrow()));
        int id = env.model(MessagePost.MESSAGE).create(message).id();
        boolean described = env.registry().model(VALUE).fields().containsKey("field_desc");
        Map<String, Integer> fields = fields(record, old);
        List<Map<String, Object>> values = new ArrayList<>();
        old.forEach((field, before) -> {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("mail_message_id", id);
            value.put(described ? "field" : "field_id", fields.get(field.name()));
            if (described) {
                value.put("field_desc", field.string());
                value.put("field_type", field.type().wireName());
                value.put("tracking_sequence", field.tracking().orElseThrow());
            } else if (field.currencyField().isPresent()) {
                value.put("currency_id", record.integer(field.currencyField().get()));
            }
            value.putAll(before.columns("old_value_", described));
            value.putAll(now.get(field).columns("new_value_", described));
            values.add(value);
        });
        if (!described) { // the latest are shown first
            Collections.reverse(values);
        }
        env.model(VALUE).createAll(values);
    }

    private static Map<String, Integer> fields(Records record, Map<FieldDef, TrackedValue> old) {
        List<String> names = old.keySet().stream().map(FieldDef::name).toList();
        Map<String, Integer> ids = new HashMap<>();
        Condition condition = Condition.term(
                        "model", Operator.EQUALS, record.model().name())
                .and(Condition.term("name", Operator.IN, names));
        for (Records field : record.env().model("ir.model.fields").search(condition)) {
            ids.put(field.text("name"), field.id());
        }
        return ids;
    }
}
