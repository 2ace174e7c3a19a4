package dev.sandoo.server.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.DomainPrinter;
import dev.sandoo.server.domain.Matcher;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** PostgreSQL finds by the compiled condition exactly the records that fit it in memory. */
class MatchedSearchIT {
    private static final Operator[] EQUALITIES = {
        Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN, Operator.EQUALS_IF_SET
    };
    private static final Operator[] INEQUALITIES = {
        Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL
    };
    private static final Operator[] PATTERNS = {
        Operator.LIKE, Operator.NOT_LIKE, Operator.ILIKE, Operator.EQUALS_LIKE, Operator.NOT_EQUALS_ILIKE
    };
    private static final List<String> NAMES = Arrays.asList(null, "", "a", "A", "ab", "a%b", "a_b", "b\\c");
    private static final List<Integer> COUNTS = Arrays.asList(null, 0, 1, -3, 7);
    private static final List<Boolean> FLAGS = Arrays.asList(null, true, false);

    @Property(tries = 30)
    void sqlAndMemoryAgree(@ForAll("conditions") List<Condition> conditions) {
        ModelDef model = thing();
        FakeContext context = FakeContext.of("19.0").withModel(model);
        ConditionCompiler compiler = new ConditionCompiler(context);
        List<Map<String, Object>> rows = rows();

        try (Database database = TestPostgres.fresh("19.0");
                Transaction transaction = database.begin()) {
            fill(transaction, rows);
            for (Condition condition : conditions) {
                SqlFragment where = compiler.compile(condition, model, "test_thing");
                List<Integer> found = transaction.query(
                        SearchQuery.where(model, where).ids().append(" ORDER BY 1"), row -> row.integer(1));
                assertEquals(matching(rows, condition), found, () -> DomainPrinter.repr(condition));
            }
        }
    }

    @Provide
    Arbitrary<List<Condition>> conditions() {
        return tree(2).list().ofSize(100);
    }

    private static Arbitrary<Condition> tree(int depth) {
        Arbitrary<Condition> term = Arbitraries.oneOf(names(), counts(), flags());
        if (depth == 0) {
            return term;
        }
        Arbitrary<List<Condition>> parts = tree(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                term,
                parts.map(Condition::allOf),
                parts.map(Condition::anyOf),
                tree(depth - 1).map(Not::new));
    }

    private static Arbitrary<Condition> names() {
        Arbitrary<Object> value = Arbitraries.of(false, "", "a", "A", "ab", "%", "_b", "a\\%b", "B");
        return Arbitraries.oneOf(
                terms("name", EQUALITIES, setsOf(value)),
                terms("name", INEQUALITIES, value),
                terms("name", PATTERNS, value));
    }

    private static Arbitrary<Condition> counts() {
        Arbitrary<Object> value = Arbitraries.of(false, 0, 1, -3, 7);
        return Arbitraries.oneOf(terms("count", EQUALITIES, setsOf(value)), terms("count", INEQUALITIES, value));
    }

    private static Arbitrary<Condition> flags() {
        return terms("done", EQUALITIES, setsOf(Arbitraries.of(true, false)));
    }

    private static Arbitrary<Object> setsOf(Arbitrary<Object> value) {
        return Arbitraries.oneOf(value, value.list().ofMaxSize(3).map(Object.class::cast));
    }

    private static Arbitrary<Condition> terms(String field, Operator[] operators, Arbitrary<Object> values) {
        return Combinators.combine(Arbitraries.of(operators), values)
                .as((operator, value) -> Condition.term(field, operator, value));
    }

    private static List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String name : NAMES) {
            for (Integer count : COUNTS) {
                for (Boolean done : FLAGS) {
                    Map<String, Object> row = new HashMap<>();
                    row.put("id", rows.size() + 1);
                    row.put("name", name);
                    row.put("count", count);
                    row.put("done", done);
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static void fill(Transaction transaction, List<Map<String, Object>> rows) {
        transaction.execute("CREATE TEMP TABLE test_thing (id int4, name varchar, count int4, done bool)");
        for (Map<String, Object> row : rows) {
            List<SqlFragment> values = List.of(
                    value(row.get("id")), value(row.get("name")), value(row.get("count")), value(row.get("done")));
            transaction.update(SqlFragment.of("INSERT INTO test_thing VALUES (")
                    .append(SqlFragment.join(", ", values))
                    .append(")"));
        }
    }

    private static SqlFragment value(Object value) {
        return value == null ? SqlFragment.of("NULL") : SqlFragment.of("?", value);
    }

    private static List<Integer> matching(List<Map<String, Object>> rows, Condition condition) {
        return rows.stream()
                .filter(row -> Matcher.matches(condition, values(row)))
                .map(row -> (Integer) row.get("id"))
                .toList();
    }

    private static Matcher.Values values(Map<String, Object> row) {
        return new Matcher.Values() {
            @Override
            public Object value(String field) {
                return row.get(field) == null ? false : row.get(field);
            }

            @Override
            public List<Matcher.Values> records(String field) {
                return List.of();
            }
        };
    }

    private static ModelDef thing() {
        Map<String, FieldDef> fields = new LinkedHashMap<>();
        fields.put("id", FieldDef.builder("id", FieldType.INTEGER).build());
        fields.put("name", FieldDef.builder("name", FieldType.CHAR).build());
        fields.put("count", FieldDef.builder("count", FieldType.INTEGER).build());
        fields.put("done", FieldDef.builder("done", FieldType.BOOLEAN).build());
        return new ModelDef(
                "test.thing",
                "Thing",
                "test_thing",
                ModelDef.Kind.REGULAR,
                "id",
                Optional.of("name"),
                List.of(),
                "parent_id",
                false,
                Optional.empty(),
                Map.of(),
                false,
                fields,
                List.of(),
                Map.of());
    }
}
