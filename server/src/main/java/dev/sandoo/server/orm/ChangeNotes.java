package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.RowsBefore;
import dev.sandoo.server.db.ValueChange;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.query.ColumnSql;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notes which values creating, writing and deleting change, for whoever keeps a record of calls: those that were given, not
 * what is computed from them. Contents of files and wizards are never noted. What values were comes with the statement
 * that overwrites or deletes them.
 */
final class ChangeNotes {
    private static final int LONGEST = 2000;
    private static final String BEFORE = RowsBefore.ALIAS;
    private static final double LARGEST_PLAIN = 1e15;

    private final Environment env;
    private final ModelDef model;

    ChangeNotes(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    private boolean areWanted() {
        return env.transaction().notes().areWanted() && model.kind() != ModelDef.Kind.TRANSIENT;
    }

    /** Notes the values that new records were given. */
    void created(List<Integer> ids, List<Map<String, Object>> given, List<ValueSplit> splits) {
        if (!areWanted()) {
            return;
        }
        List<ValueChange> changes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.get(i);
            Set<String> names = given.get(i).keySet();
            splits.get(i).columns().forEach((field, value) -> {
                if (names.contains(field.name()) && isNoted(field)) {
                    changes.add(change(id, field, Optional.empty(), shown(value)));
                }
            });
            changes.addAll(withoutValues(List.of(id), names, splits.get(i)));
        }
        env.transaction().notes().changed(changes);
    }

    /** Notes that values were given which are not kept as a column: files, and what an inverse makes something of. */
    void written(List<Integer> ids, ValueSplit split) {
        if (areWanted()) {
            Set<String> names = new LinkedHashSet<>();
            split.binaries().keySet().forEach(field -> names.add(field.name()));
            split.inverses().keySet().forEach(field -> names.add(field.name()));
            env.transaction().notes().changed(withoutValues(ids, names, split));
        }
    }

    private List<ValueChange> withoutValues(List<Integer> ids, Set<String> names, ValueSplit split) {
        Set<FieldDef> fields = new LinkedHashSet<>(split.binaries().keySet());
        split.inverses().keySet().stream()
                .filter(field -> !field.hasColumn() && !isRelated(field))
                .forEach(fields::add);
        List<ValueChange> changes = new ArrayList<>();
        for (FieldDef field : fields) {
            if (names.contains(field.name())) {
                ids.forEach(id -> changes.add(change(id, field, Optional.empty(), Optional.empty())));
            }
        }
        return changes;
    }

    /** What is written through a path is noted where it leads. */
    private static boolean isRelated(FieldDef field) {
        return field.computation().flatMap(FieldDef.Computation::related).isPresent();
    }

    /** Runs an update of these columns of the records, and notes which values it changes. */
    void update(SqlFragment update, Collection<FieldDef> columns, List<Integer> ids) {
        List<FieldDef> noted =
                areWanted() ? columns.stream().filter(ChangeNotes::isNoted).toList() : List.of();
        SqlFragment table = SqlFragment.identifier(model.table());
        if (noted.isEmpty()) {
            env.transaction()
                    .update(update.append(" WHERE ").append(table.append(".id").isAmong(ids)));
            return;
        }
        List<SqlFragment> returned = new ArrayList<>();
        returned.add(table.append(".id"));
        for (FieldDef field : noted) {
            returned.add(SqlFragment.column(BEFORE, field.name())
                    .append(" IS DISTINCT FROM ")
                    .append(SqlFragment.column(model.table(), field.name())));
            returned.add(shown(BEFORE, field));
            returned.add(shown(model.table(), field));
        }
        SqlFragment statement = env.transaction().rowsBefore().telling(update, model.table(), ids, returned);
        env.transaction()
                .query(statement, row -> changed(row, noted))
                .forEach(env.transaction().notes()::changed);
    }

    private List<ValueChange> changed(Row row, List<FieldDef> fields) {
        List<ValueChange> changes = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            int column = 2 + 3 * i;
            if (row.bool(column)) {
                Optional<String> before = Optional.ofNullable(row.text(column + 1));
                Optional<String> after = Optional.ofNullable(row.text(column + 2));
                changes.add(change(row.integer(1), fields.get(i), before, after));
            }
        }
        return changes;
    }

    /** Deletes the records, and notes what they held. */
    void delete(List<Integer> ids) {
        SqlFragment delete = SqlFragment.of("DELETE FROM ")
                .append(SqlFragment.identifier(model.table()))
                .append(" WHERE ")
                .append(SqlFragment.of("id").isAmong(ids));
        if (!areWanted()) {
            env.transaction().update(delete);
            return;
        }
        List<FieldDef> fields = model.fields().values().stream()
                .filter(field -> field.hasColumn() && isNoted(field) && !ValueSplit.isMagic(field.name()))
                .toList();
        List<SqlFragment> returned = new ArrayList<>();
        returned.add(SqlFragment.of("id"));
        fields.forEach(field -> returned.add(shown(model.table(), field)));
        env.transaction()
                .query(
                        delete.append(" RETURNING ").append(SqlFragment.join(", ", returned)),
                        row -> deleted(row, fields))
                .forEach(env.transaction().notes()::changed);
    }

    private List<ValueChange> deleted(Row row, List<FieldDef> fields) {
        List<ValueChange> changes = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String before = row.text(2 + i);
            if (before != null) {
                changes.add(change(row.integer(1), fields.get(i), Optional.of(before), Optional.empty()));
            }
        }
        return changes;
    }

    /** Notes which records a many2many field no longer shows, and which it does from now on, by owner. */
    void linked(FieldDef field, Map<Integer, List<Integer>> gone, Map<Integer, List<Integer>> added) {
        if (!areWanted()) {
            return;
        }
        Set<Integer> owners = new LinkedHashSet<>(gone.keySet());
        owners.addAll(added.keySet());
        env.transaction()
                .notes()
                .changed(owners.stream()
                        .map(id -> change(id, field, listed(gone.get(id)), listed(added.get(id))))
                        .toList());
    }

    private static Optional<String> listed(List<Integer> ids) {
        return Optional.ofNullable(ids).map(some -> text(some.toString()));
    }

    private static boolean isNoted(FieldDef field) {
        return field.type() != FieldType.BINARY;
    }

    private ValueChange change(int id, FieldDef field, Optional<String> before, Optional<String> after) {
        return new ValueChange(model.name(), id, field.name(), before, after);
    }

    /** A column's value as text, as the caller sees it. */
    private SqlFragment shown(String alias, FieldDef field) {
        return SqlFragment.of("left((")
                .append(ColumnSql.of(new QueryWorld(env), model, alias, field))
                .append(")::text, " + LONGEST + ")");
    }

    private static Optional<String> shown(Object value) {
        return Optional.ofNullable(value).map(ChangeNotes::text).filter(text -> !text.isEmpty());
    }

    /** As PostgreSQL writes it. */
    private static String text(Object value) {
        String text = value.toString();
        if (value instanceof LocalDateTime moment) {
            text = DatetimeText.of(moment);
        } else if (value instanceof Double number && number % 1 == 0 && Math.abs(number) < LARGEST_PLAIN) {
            text = Long.toString(number.longValue());
        }
        return text.length() <= LONGEST ? text : text.substring(0, end(text));
    }

    /** No character is cut in two. */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
