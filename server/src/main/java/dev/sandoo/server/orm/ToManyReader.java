package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.query.ColumnSql;
import dev.sandoo.server.query.Page;
import dev.sandoo.server.query.SearchQuery;
import dev.sandoo.server.query.Select;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one2many and many2many fields of many records by one statement each, in the other model's order. */
final class ToManyReader {
    private final Environment env;
    private final ModelDef model;

    ToManyReader(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** The ids by record; records without any have an empty list. */
    Map<Integer, Object> read(Set<Integer> ids, FieldDef field) {
        Relation relation = field.relation().orElseThrow();
        ModelDef comodel = env.registry().model(relation.comodel());
        Map<Integer, List<Integer>> lists = new HashMap<>();
        ids.forEach(id -> lists.put(id, new ArrayList<>()));
        if (comodel.kind() != ModelDef.Kind.VIEW && comodel.kind() != ModelDef.Kind.ABSTRACT) {
            boolean one2many = field.type() == FieldType.ONE2MANY;
            if (one2many && !inverse(relation, comodel).hasColumn()) {
                addFound(ids, relation, comodel, lists);
            } else {
                SqlFragment query = one2many ? one2many(ids, relation, comodel) : many2many(ids, relation, comodel);
                env.transaction().query(query, row -> lists.get(row.integer(1)).add(row.integer(2)));
            }
        }
        return new HashMap<>(lists);
    }

    /** An inverse that is inherited or computed, such as an employee's department, has no column to read the owner from. */
    private void addFound(Set<Integer> ids, Relation relation, ModelDef comodel, Map<Integer, List<Integer>> lists) {
        FieldDef inverse = inverse(relation, comodel);
        Select found = search(owned(pointingTo(inverse, ids), relation), comodel);
        List<Integer> others = env.transaction().query(found.ids(), row -> row.integer(1));
        new Fetcher(env.sudo(), comodel).values(others, inverse).forEach((other, owner) -> {
            List<Integer> list = lists.get(owner);
            if (list != null) {
                list.add(other);
            }
        });
    }

    private Condition pointingTo(FieldDef inverse, Set<Integer> ids) {
        return ofModel(inverse).and(Condition.term(inverse.name(), Operator.IN, List.copyOf(ids)));
    }

    private SqlFragment one2many(Set<Integer> ids, Relation relation, ModelDef comodel) {
        FieldDef inverse = inverse(relation, comodel);
        Select select = search(owned(pointingTo(inverse, ids), relation), comodel);
        SqlFragment owner = ColumnSql.of(new QueryWorld(env), comodel, select.alias(), inverse);
        return select.columns(List.of(owner, SqlFragment.column(select.alias(), "id")));
    }

    private static FieldDef inverse(Relation relation, ModelDef comodel) {
        return comodel.fields().get(relation.inverseName().orElseThrow());
    }

    /** An inverse that is a plain number has a field beside it that tells the model. */
    private Condition ofModel(FieldDef inverse) {
        return inverse.modelField()
                .<Condition>map(name -> Condition.term(name, Operator.EQUALS, model.name()))
                .orElse(Condition.TRUE);
    }

    private SqlFragment many2many(Set<Integer> ids, Relation relation, ModelDef comodel) {
        Select select = search(owned(Condition.TRUE, relation), comodel);
        SqlFragment owner = SqlFragment.column("rel", relation.column().orElseThrow());
        return linked(select, relation, owner.isAmong(ids))
                .columns(List.of(owner, SqlFragment.column(select.alias(), "id")));
    }

    private static Select linked(Select select, Relation relation, SqlFragment owned) {
        return select.withJoin(SqlFragment.of(" JOIN ")
                .append(SqlFragment.identifier(relation.table().orElseThrow()))
                .append(" AS rel ON ")
                .append(SqlFragment.column("rel", relation.otherColumn().orElseThrow()))
                .append(" = ")
                .append(SqlFragment.column(select.alias(), "id"))
                .append(" AND ")
                .append(owned));
    }

    /**
     * The ids as an array, to stand in a statement about the model's own rows.
     *
     * @param owner the id of such a row
     * @return empty for a field that is no stored list, or whose other model has the same table
     */
    Optional<SqlFragment> ofRow(FieldDef field, SqlFragment owner) {
        if (!field.type().isToMany() || !field.stored()) {
            return Optional.empty();
        }
        Relation relation = field.relation().orElseThrow();
        ModelDef comodel = env.registry().model(relation.comodel());
        if (!comodel.hasTable() || comodel.table().equals(model.table())) {
            return Optional.empty();
        }
        if (field.type() == FieldType.MANY2MANY) {
            SqlFragment owned = SqlFragment.column("rel", relation.column().orElseThrow())
                    .append(" = ")
                    .append(owner);
            return Optional.of(array(linked(search(owned(Condition.TRUE, relation), comodel), relation, owned)));
        }
        FieldDef inverse = inverse(relation, comodel);
        if (!inverse.hasColumn() || inverse.companyDependent()) {
            return Optional.empty();
        }
        Select select = search(owned(ofModel(inverse), relation), comodel);
        SqlFragment owned =
                SqlFragment.column(select.alias(), inverse.name()).append(" = ").append(owner);
        return Optional.of(array(select.within(owned)));
    }

    private static SqlFragment array(Select select) {
        return SqlFragment.of("ARRAY(").append(select.ids()).append(")");
    }

    private Select search(Condition condition, ModelDef comodel) {
        return new SearchQuery(QueryWorld.ofOurs(env)).search(condition, comodel, Page.ALL);
    }

    /** The field's own domain counts when it is data; one that is text is for the client's forms. */
    private Condition owned(Condition condition, Relation relation) {
        return relation.domain()
                .filter(List.class::isInstance)
                .map(domain -> condition.and(DomainParser.of(env.version()).parse(domain)))
                .orElse(condition);
    }
}
