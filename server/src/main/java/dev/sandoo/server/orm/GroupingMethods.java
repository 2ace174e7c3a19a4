package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.query.AggregateSql;
import dev.sandoo.server.query.DateSpan;
import dev.sandoo.server.query.GroupCompiler;
import dev.sandoo.server.query.GroupSpec;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The index of methods that group records, and what they share. */
public final class GroupingMethods implements Addon {
    /** The trait of versions that have {@code formatted_read_group}. */
    static final String FORMATTED = "groups.formatted";

    @Override
    public void register(Behaviours.Builder behaviours) {
        String any = Behaviours.ANY_MODEL;
        behaviours
                .method(any, "read_group", GroupingMethods::readGroup)
                .method(any, "formatted_read_group", FormattedReadGroup::call)
                .method(any, "formatted_read_grouping_sets", GroupingSets::call)
                .method(any, "web_read_group", GroupingMethods::webReadGroup)
                .method(any, "read_progress_bar", ProgressBar::call);
    }

    private static Object readGroup(Records self, Arguments arguments) {
        return self.env().version().has(FORMATTED)
                ? ReadGroup.call(self, arguments)
                : PlainReadGroup.call(self, arguments);
    }

    private static Object webReadGroup(Records self, Arguments arguments) {
        return self.env().version().has(FORMATTED)
                ? WebReadGroup.call(self, arguments)
                : PlainReadGroup.web(self, arguments);
    }

    /** The condition of a domain that must be given. */
    static Condition condition(Environment env, Object domain) {
        return DomainParser.of(env.version()).parse(domain);
    }

    /** The day that weeks begin with: that of the caller's language, where the version minds it. */
    static DayOfWeek weekStart(Environment env, Optional<DateSpan> span) {
        boolean minded =
                span.equals(Optional.of(DateSpan.WEEK)) && env.version().has(FORMATTED);
        return minded ? new QueryWorld(env).weekStart() : DayOfWeek.MONDAY;
    }

    /** Both conditions, as a domain is best written: all that must hold in one row. */
    static Condition all(Condition condition, List<Condition> more) {
        List<Condition> parts = new ArrayList<>();
        if (condition instanceof AllOf all) {
            parts.addAll(all.parts());
        } else {
            parts.add(condition);
        }
        parts.addAll(more);
        return Condition.allOf(parts);
    }

    /** Whether the field has a column here or in a model that this one inherits, so that SQL can aggregate it. */
    static boolean isAggregated(FieldDef field) {
        return field.hasColumn()
                || field.computation().map(Computation::inherited).orElse(false);
    }

    static boolean isCount(String aggregate) {
        return aggregate.equals(GroupCompiler.COUNT)
                || function(aggregate) == AggregateSql.COUNT
                || function(aggregate) == AggregateSql.COUNT_DISTINCT;
    }

    private static AggregateSql function(String aggregate) {
        return GroupSpec.parse(aggregate).function().flatMap(AggregateSql::of).orElse(AggregateSql.SUM);
    }

    /** The wire value of an aggregate; of no values that is 0, an empty list or false. */
    static Object aggregate(ModelDef model, String aggregate, Object value) {
        if (aggregate.equals(GroupCompiler.COUNT)) {
            return AggregateValues.wire(value);
        }
        if (value == null) {
            return function(aggregate).isList() ? List.of() : (Object) false;
        }
        return AggregateValues.wire(value);
    }
}
