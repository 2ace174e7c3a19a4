package dev.sandoo.server.addons.automation;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.addons.base.SequenceAddon;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Writes the value that an action names to the field that it names. */
final class RecordUpdate {
    private final Records action;

    RecordUpdate(Records action) {
        this.action = action;
    }

    void apply(Records targets) {
        UpdatePath path = UpdatePath.of(action);
        if (path == null) {
            return;
        }
        Records records = targets;
        for (String link : path.links()) {
            records = records.records(link);
        }
        records.write(Map.of(path.field().name(), value(path.field())));
    }

    private Object value(FieldDef field) {
        return switch (action.text("evaluation_type")) {
            case "equation" -> throw ServerActionAddon.refused("values that Python code computes");
            case "sequence" -> SequenceAddon.next(action.records("sequence_id"));
            default -> plain(field);
        };
    }

    private Object plain(FieldDef field) {
        String text = action.text("value");
        return switch (field.type()) {
            case BOOLEAN -> "true".equals(action.get("update_boolean_value"));
            case INTEGER -> text.isEmpty() ? 0 : Integer.parseInt(text.trim());
            case FLOAT, MONETARY -> text.isEmpty() ? 0 : Double.parseDouble(text.trim());
            case MANY2ONE -> reference() == 0 ? (Object) false : reference();
            case MANY2MANY, ONE2MANY -> commands();
            case SELECTION -> {
                String chosen = action.text("selection_value.value");
                yield chosen.isEmpty() ? text : chosen;
            }
            case HTML -> action.text("html_value");
            default -> text;
        };
    }

    private Object commands() {
        int id = reference();
        return switch (action.text("update_m2m_operation")) {
            case "add" -> List.of(List.of(4, id, 0));
            case "remove" -> List.of(List.of(3, id, 0));
            case "set" -> List.of(List.of(6, 0, List.of(id)));
            default -> List.of(List.of(5, 0, 0));
        };
    }

    /** The id that the action refers to, such as 20 of {@code res.country,20}. */
    private int reference() {
        String text = action.text("resource_ref");
        String id = text.isEmpty() ? action.text("value") : text.substring(text.indexOf(',') + 1);
        return id.matches("\\d+") ? Integer.parseInt(id) : 0;
    }
}
