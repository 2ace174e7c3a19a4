package dev.sandoo.server.orm;

import dev.sandoo.server.access.Rule;
import dev.sandoo.server.access.RuleExpression;
import dev.sandoo.server.access.RuleParser;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainParser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The parsed expressions of record rules, by their text. Thread-safe. */
final class RuleConditions {
    /** Rules change rarely; should somebody write thousands, the parsed ones are simply parsed anew. */
    private static final int MOST = 5_000;

    private final Map<String, RuleExpression> parsed = new ConcurrentHashMap<>();

    /** What a rule asks of a record in this environment. */
    Condition condition(Environment env, Rule rule) {
        if (rule.domain().isBlank()) {
            return Condition.TRUE;
        }
        if (parsed.size() > MOST) {
            parsed.clear();
        }
        RuleExpression expression = parsed.computeIfAbsent(rule.domain(), text -> RuleParser.parse(rule.name(), text));
        return DomainParser.of(env.version()).parse(expression.value(new RuleWorld(env)));
    }
}
