package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Negation;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.SqlFragment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Terms as versions with domain objects understand them. A negation holds exactly where what it negates does not; a missing
 * text equals the empty one, a missing number zero. Source: recorded answers, 19.0, orm_domains.
 */
final class DomainTerms implements Terms {
    private static final Negation NEGATION = new Negation(DomainTerms::opposite);
    private static final String ID = "id";
    private static final String DISPLAY_NAME = "display_name";

    private final ConditionCompiler compiler;
    private final Map<FieldType, FieldTerms> families = new EnumMap<>(FieldType.class);
    private final IdTerms ids;
    private final UnstoredTerms unstored;

    DomainTerms(ConditionCompiler compiler) {
        this.compiler = compiler;
        RelationTerms relations = new RelationTerms(compiler);
        this.ids = new IdTerms(compiler);
        this.unstored = new UnstoredTerms(compiler);
        for (FieldType type : FieldType.values()) {
            families.put(type, type.isRelational() ? relations : familyOf(type));
        }
    }

    /** The table of field types: one line says what each makes of a term. */
    private static FieldTerms familyOf(FieldType type) {
        return switch (type) {
            case BOOLEAN -> new BooleanTerms();
            case INTEGER, MANY2ONE_REFERENCE -> new ScalarTerms(ValueReader.INTEGER);
            case FLOAT -> new ScalarTerms(ValueReader.FLOAT);
            case MONETARY -> new ScalarTerms(ValueReader.MONETARY);
            case CHAR, TEXT -> new ScalarTerms(ValueReader.TEXT);
            case HTML -> new ScalarTerms(ValueReader.HTML);
            case SELECTION, REFERENCE -> new ScalarTerms(ValueReader.CODE);
            case DATE -> new DateTerms(ColumnType.DATE);
            case DATETIME -> new DateTerms(ColumnType.TIMESTAMP);
            case BINARY -> new BinaryTerms();
            case JSON, PROPERTIES, PROPERTIES_DEFINITION -> new ScalarTerms(ValueReader.JSON);
            case MANY2ONE, ONE2MANY, MANY2MANY -> throw new IllegalArgumentException(type + " is relational");
        };
    }

    @Override
    public Condition prepare(Condition condition, Scope scope) {
        return NEGATION.pushDown(condition).accept(new DomainSimplifier(scope.context(), scope.model()));
    }

    /** Only terms whose operator has no opposite come here, and paths. */
    @Override
    public SqlFragment not(Condition condition, Scope scope) {
        Term term = (Term) condition;
        Optional<Operator> opposite = opposite(term);
        if (opposite.isPresent()) {
            return term(new Term(term.path(), opposite.get(), term.value()), scope);
        }
        FieldDef field = scope.model().fields().get(term.path());
        if (field != null && RelatedPath.has(field)) {
            return unstored.alongNot(term, field, scope);
        }
        return Comparisons.not(term(term, scope));
    }

    /** What lies at the end of a path can differ from what is asked and yet be asked for elsewhere on the way. */
    private static Optional<Operator> opposite(Term term) {
        return term.path().indexOf('.') < 0 ? term.operator().opposite() : Optional.empty();
    }

    @Override
    public SqlFragment term(Term term, Scope scope) {
        int dot = term.path().indexOf('.');
        FieldDef field =
                scope.model().fields().get(dot < 0 ? term.path() : term.path().substring(0, dot));
        scope.check(field);
        if (dot >= 0) {
            return part(field, term.path().substring(dot + 1), term, scope);
        }
        return onField(term, field, scope);
    }

    private static SqlFragment part(FieldDef field, String part, Term term, Scope scope) {
        if (field.type() == FieldType.DATE || field.type() == FieldType.DATETIME) {
            return DatePartTerms.compile(field, part, term, scope);
        }
        throw TermErrors.noProperty(scope, field.name(), part);
    }

    private SqlFragment onField(Term term, FieldDef field, Scope scope) {
        boolean climbs = term.operator() == Operator.CHILD_OF || term.operator() == Operator.PARENT_OF;
        if (climbs && !field.type().isRelational() && !field.name().equals(ID) && !RelatedPath.has(field)) {
            throw TermErrors.notHierarchical(term, scope);
        }
        if (field.name().equals(ID)) {
            return ids.compile(term, field, scope);
        }
        if (field.type() == FieldType.PROPERTIES) {
            throw TermErrors.noPropertyNamed(scope, field.name());
        }
        if (field.stored()) {
            return families.get(field.type()).compile(term, field, scope);
        }
        if (field.name().equals(DISPLAY_NAME)) {
            Condition meaning = scope.context().nameCondition(scope.model(), term.operator(), term.value());
            return compiler.compile(meaning, scope);
        }
        return unstored.compile(term, field, scope);
    }
}
