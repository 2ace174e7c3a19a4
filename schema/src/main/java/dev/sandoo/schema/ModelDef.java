package dev.sandoo.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One model, as Odoo declares it. Immutable; {@code fields} and {@code methods} keep the order of the data.
 *
 * @param description the model's name for people, such as {@code Contact}
 * @param order Odoo's {@code _order}
 * @param recName the field that names a record, when there is one
 * @param recNamesSearch the fields that {@code name_search} looks at; empty means {@code recName}
 * @param parentName the many2one that {@code child_of} follows
 * @param parentStore whether {@code parent_path} is kept
 * @param activeName the field that archives a record, when there is one
 * @param inherits other model to the many2one that leads to it ({@code _inherits})
 * @param methods the public methods besides those every model has, and those of them that it gives other parameters
 * @param reifiedFields fields that only {@code fields_get} knows, with all that it answers: 14.0's {@code in_group_…} and
 *     {@code sel_groups_…} of users, which stand for groups
 * @param requiredColumns the columns that must not be empty in the order of Odoo's table: of several that are, PostgreSQL
 *     tells the first; empty when there are fewer than two
 */
public record ModelDef(
        String name,
        String description,
        String table,
        Kind kind,
        String order,
        Optional<String> recName,
        List<String> recNamesSearch,
        String parentName,
        boolean parentStore,
        Optional<String> activeName,
        Map<String, String> inherits,
        boolean checkCompanyAuto,
        Map<String, FieldDef> fields,
        List<SqlConstraint> constraints,
        Map<String, MethodSignature> methods,
        Map<String, Map<String, Object>> reifiedFields,
        List<String> requiredColumns) {

    public ModelDef {
        Objects.requireNonNull(name, "name");
        recNamesSearch = List.copyOf(recNamesSearch);
        inherits = Collections.unmodifiableMap(new LinkedHashMap<>(inherits));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        constraints = List.copyOf(constraints);
        methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
        reifiedFields = Collections.unmodifiableMap(new LinkedHashMap<>(reifiedFields));
        requiredColumns = List.copyOf(requiredColumns);
    }

    /** A model without reified fields, whose required columns stand in no particular order. */
    public ModelDef(
            String name,
            String description,
            String table,
            Kind kind,
            String order,
            Optional<String> recName,
            List<String> recNamesSearch,
            String parentName,
            boolean parentStore,
            Optional<String> activeName,
            Map<String, String> inherits,
            boolean checkCompanyAuto,
            Map<String, FieldDef> fields,
            List<SqlConstraint> constraints,
            Map<String, MethodSignature> methods) {
        this(
                name,
                description,
                table,
                kind,
                order,
                recName,
                recNamesSearch,
                parentName,
                parentStore,
                activeName,
                inherits,
                checkCompanyAuto,
                fields,
                constraints,
                methods,
                Map.of(),
                List.of());
    }

    /** What stands behind a model. */
    public enum Kind {
        /** A table whose records stay. */
        REGULAR,
        /** A table whose records are swept after some hours (wizards). */
        TRANSIENT,
        /** No table at all. */
        ABSTRACT,
        /** A view that Odoo computes ({@code _auto = False}); empty here. */
        VIEW
    }

    /**
     * The checks that name stored computed fields. A row is inserted before those are computed, so that PostgreSQL cannot hold
     * them: the server looks after them when the computing is done.
     */
    public List<SqlConstraint> lateConstraints() {
        return constraints.stream()
                .filter(constraint -> constraint.isCheck()
                        && fields.values().stream()
                                .anyMatch(field ->
                                        field.isComputed() && field.hasColumn() && constraint.mentions(field.name())))
                .toList();
    }

    /** Whether a table holds the records. */
    public boolean hasTable() {
        return kind == Kind.REGULAR || kind == Kind.TRANSIENT;
    }

    /** Whether records form a tree that {@code child_of} can follow. */
    public boolean hasParent() {
        return fields.containsKey(parentName);
    }

    /** Whether records carry {@code create_uid}, {@code create_date}, {@code write_uid} and {@code write_date}. */
    public boolean hasLog() {
        FieldDef field = fields.get("create_uid");
        return field != null && field.stored();
    }
}
