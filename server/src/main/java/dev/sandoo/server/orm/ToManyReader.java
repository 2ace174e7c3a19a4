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
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            SqlFragment query = field.type() == FieldType.ONE2MANY
                    ? one2many(ids, relation, comodel)
                    : many2many(ids, relation, comodel);
            env.transaction().query(query, row -> lists.get(row.integer(1)).add(row.integer(2)));
        }
        return new HashMap<>(lists);
    }

    private SqlFragment one2many(Set<Integer> ids, Relation relation, ModelDef comodel) {
        FieldDef inverse = comodel.fields().get(relation.inverseName().orElseThrow());
        Condition condition = Condition.term(inverse.name(), Operator.IN, List.copyOf(ids));
        if (inverse.modelField().isPresent()) {
            condition = condition.and(Condition.term(inverse.modelField().get(), Operator.EQUALS, model.name()));
        }
        Select select = search(owned(condition, relation), comodel);
        SqlFragment owner = ColumnSql.of(new QueryWorld(env), comodel, select.alias(), inverse);
        return select.columns(List.of(owner, SqlFragment.column(select.alias(), "id")));
    }

    private SqlFragment many2many(Set<Integer> ids, Relation relation, ModelDef comodel) {
        Select select = search(owned(Condition.TRUE, relation), comodel);
        SqlFragment owner = SqlFragment.column("rel", relation.column().orElseThrow());
        SqlFragment join = SqlFragment.of(" JOIN ")
                .append(SqlFragment.identifier(relation.table().orElseThrow()))
                .append(" AS rel ON ")
                .append(SqlFragment.column("rel", relation.otherColumn().orElseThrow()))
                .append(" = ")
                .append(SqlFragment.column(select.alias(), "id"))
                .append(" AND ")
                .append(owner.append(" = ANY(?)", SqlArray.ids(ids)));
        return select.withJoin(join).columns(List.of(owner, SqlFragment.column(select.alias(), "id")));
    }

    private Select search(Condition condition, ModelDef comodel) {
        return new SearchQuery(new QueryWorld(env)).search(condition, comodel, Page.ALL);
    }

    /** The field's own domain counts when it is data; one that is text is for the client's forms. */
    private Condition owned(Condition condition, Relation relation) {
        return relation.domain()
                .filter(List.class::isInstance)
                .map(domain -> condition.and(DomainParser.of(env.version()).parse(domain)))
                .orElse(condition);
    }
}
