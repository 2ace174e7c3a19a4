package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.field.FieldCodec;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.query.ColumnSql;
import dev.sandoo.server.query.ConditionCompiler;
import dev.sandoo.server.query.SearchQuery;
import dev.sandoo.server.query.Select;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads columns of records into the cache, by the one statement that also finds the records or asks their rules. Fields
 * without a column are passed over.
 */
final class ColumnReader {
    private final Environment env;
    private final ModelDef model;
    private final QueryWorld world;
    private final List<Target> targets = new ArrayList<>();
    private final List<SqlFragment> joins = new ArrayList<>();

    /** A column of the statement and where its values go: by the record's id, or by another column's value. */
    private record Target(SqlFragment expression, Value value, Map<Integer, Object> values, int keyColumn) {}

    /** How a column of a row becomes a value of the cache. */
    @FunctionalInterface
    private interface Value {
        Object of(Row row, int column);

        static Value of(FieldDef field) {
            FieldCodec codec = FieldCodecs.of(field);
            ColumnType type = Columns.plainTypeOf(field);
            return (row, column) -> codec.fromColumn(row.value(column, type));
        }
    }

    ColumnReader(Environment env, ModelDef model, Collection<FieldDef> fields) {
        this.env = env;
        this.model = model;
        this.world = new QueryWorld(env);
        for (FieldDef field : fields) {
            if (field.hasColumn() && !field.name().equals("id") && model.kind() != ModelDef.Kind.VIEW) {
                add(model, model.table(), field, new Fetcher(env, model).column(field), 1);
            }
        }
    }

    /** Reads along what the records that many2ones point to are called, where a column holds it. */
    ColumnReader withNames(Collection<FieldDef> fields) {
        for (FieldDef field : fields) {
            if (model.hasTable()
                    && field.type() == FieldType.MANY2ONE
                    && field.hasColumn()
                    && !field.companyDependent()) {
                addName(field);
            }
        }
        return this;
    }

    private void addName(FieldDef field) {
        ModelDef comodel = env.registry().model(field.comodel());
        Optional<FieldDef> name = new DisplayNames(env, comodel).nameColumn();
        if (name.isEmpty()) {
            return;
        }
        String alias = "name_" + (joins.size() + 1);
        joins.add(SqlFragment.of(" LEFT JOIN ")
                .append(SqlFragment.identifier(comodel.table()))
                .append(" AS ")
                .append(SqlFragment.identifier(alias))
                .append(" ON ")
                .append(SqlFragment.column(alias, "id"))
                .append(" = ")
                .append(SqlFragment.column(model.table(), field.name())));
        Map<Integer, Object> names =
                new Fetcher(env.sudo(), comodel).column(comodel.fields().get("display_name"));
        add(comodel, alias, name.get(), names, columnOf(field));
    }

    private void add(ModelDef owner, String alias, FieldDef field, Map<Integer, Object> values, int keyColumn) {
        targets.add(new Target(ColumnSql.of(world, owner, alias, field), Value.of(field), values, keyColumn));
    }

    /** Reads along the ids of to-many fields, which pays for one record: for many, a statement for each field is faster. */
    ColumnReader withLists(Collection<FieldDef> fields) {
        ToManyReader lists = new ToManyReader(env, model);
        SqlFragment owner = SqlFragment.column(model.table(), "id");
        for (FieldDef field : fields) {
            lists.ofRow(field, owner)
                    .ifPresent(
                            list -> targets.add(new Target(list, Row::ids, new Fetcher(env, model).column(field), 1)));
        }
        return this;
    }

    /** The number of the column that holds the field's own value; it has been added before. */
    private int columnOf(FieldDef field) {
        Map<Integer, Object> values = new Fetcher(env, model).column(field);
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).values() == values) {
                return i + 2;
            }
        }
        throw new IllegalStateException(field.name() + " is not among the columns");
    }

    /** Reads the records with these ids; those that do not exist have empty values. */
    void read(Collection<Integer> ids) {
        query(SearchQuery.where(model, idIn(ids)));
        targets.stream()
                .filter(target -> target.keyColumn() == 1)
                .forEach(target -> ids.forEach(id -> target.values().putIfAbsent(id, null)));
    }

    /** Reads those of the records that exist and fulfil a condition, which is asked in sudo, and answers their ids. */
    List<Integer> readWithin(Condition condition, Collection<Integer> ids) {
        SqlFragment where = idIn(ids);
        if (!condition.equals(Condition.TRUE)) {
            where = where.append(" AND ")
                    .append(new ConditionCompiler(world)
                            .compileSudo(condition, model, model.table())
                            .parenthesized());
        }
        return query(SearchQuery.where(model, where));
    }

    /** Reads the records that a search finds and answers their ids in order. */
    List<Integer> read(Select search) {
        return query(search);
    }

    private SqlFragment idIn(Collection<Integer> ids) {
        return SqlFragment.column(model.table(), "id").isAmong(ids);
    }

    private List<Integer> query(Select select) {
        List<SqlFragment> columns = new ArrayList<>();
        columns.add(SqlFragment.column(select.alias(), "id"));
        targets.forEach(target -> columns.add(target.expression()));
        Select joined = select;
        for (SqlFragment join : joins) {
            joined = joined.withJoin(join);
        }
        return env.transaction().query(joined.columns(columns), this::take);
    }

    private Integer take(Row row) {
        Integer id = row.integer(1);
        int column = 2;
        for (Target target : targets) {
            Object value = target.value().of(row, column++);
            if (target.keyColumn() == 1) {
                target.values().put(id, value);
            } else if (value != null) {
                target.values().putIfAbsent(row.integer(target.keyColumn()), value);
            }
        }
        return id;
    }
}
