package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code load} has to say of a cell.
 *
 * @param moreInfo what could be done about it, as a wire value
 * @param field the field by its label; empty where Odoo does not name it
 */
record ImportProblem(Type type, String message, Optional<Object> moreInfo, Optional<FieldDef> field) {
    /** Whether the row can still be taken. */
    enum Type {
        ERROR("error"),
        WARNING("warning");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }
    }

    static ImportProblem error(String message) {
        return new ImportProblem(Type.ERROR, message, Optional.empty(), Optional.empty());
    }

    static ImportProblem error(FieldDef field, String message) {
        return new ImportProblem(Type.ERROR, message, Optional.empty(), Optional.of(field));
    }

    static ImportProblem error(FieldDef field, String message, Object moreInfo) {
        return new ImportProblem(Type.ERROR, message, Optional.of(moreInfo), Optional.of(field));
    }

    ImportProblem asWarning() {
        return new ImportProblem(Type.WARNING, message, moreInfo, field);
    }

    boolean isError() {
        return type == Type.ERROR;
    }

    /** The message as clients read it. */
    Map<String, Object> wire(ImportRecord record, Optional<String> column, boolean namesFields) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("rows", record.rows());
        wire.put("type", type.wireName);
        wire.put("record", record.index());
        column.ifPresent(name -> wire.put("field", name));
        wire.put("message", message);
        moreInfo.ifPresent(info -> wire.put("moreinfo", info));
        if (namesFields) {
            field.ifPresent(named -> wire.put("field_name", named.string()));
        }
        return wire;
    }

    /** Thrown by what turns cells into values. */
    static final class Found extends RuntimeException {
        private final transient ImportProblem problem;

        Found(ImportProblem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }

        ImportProblem problem() {
            return problem;
        }
    }
}
