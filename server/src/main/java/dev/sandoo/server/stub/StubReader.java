package dev.sandoo.server.stub;

import dev.sandoo.server.document.Glob;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.stub.Stub.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes a stub of an entry of a document; what is wrong with it is noted there. */
final class StubReader {
    private static final int MOST_TIMES = 1_000_000;

    private final ConditionReader conditions;

    StubReader(DomainParser domains) {
        this.conditions = new ConditionReader(domains);
    }

    /**
     * The stub; empty when too much of it is wrong.
     *
     * @param name what it is called unless it has a name of its own
     */
    Optional<Stub> read(Node node, String name) {
        node.allow("name", "model", "method", "when", "times", "scenario", "state", "next", "then");
        Optional<String> ownName = node.find("name").flatMap(Node::text);
        Optional<String> model = node.require("model").flatMap(Node::text);
        Optional<String> method = node.require("method").flatMap(Node::text);
        Optional<Map<ValuePath, ValueCondition>> when = node.find("when").map(conditions::readAll);
        Optional<Integer> times = node.find("times").flatMap(number -> number.number(1, MOST_TIMES));
        Optional<Step> step = step(node);
        Optional<Answer> answer = node.require("then").map(StubReader::answer);
        if (model.isEmpty() || method.isEmpty() || answer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Stub(
                ownName.orElse(name),
                new Glob(model.get()),
                new Glob(method.get()),
                when.orElse(Map.of()),
                times.map(OptionalInt::of).orElse(OptionalInt.empty()),
                step,
                answer.get()));
    }

    private static Optional<Step> step(Node node) {
        Optional<String> scenario = node.find("scenario").flatMap(Node::text);
        Optional<String> state = node.find("state").flatMap(Node::text);
        Optional<String> next = node.find("next").flatMap(Node::text);
        if (scenario.isEmpty() && (state.isPresent() || next.isPresent())) {
            node.problem("needs scenario: state and next are those of a scenario");
        }
        return scenario.map(name -> new Step(name, state, next));
    }

    private static Answer answer(Node then) {
        then.allow("delay", "records", "error", "value", "proceed");
        Duration delay = then.find("delay").flatMap(Node::duration).orElse(Duration.ZERO);
        List<RecordChange> records = new ArrayList<>();
        then.find("records")
                .ifPresent(list ->
                        list.items().forEach(item -> RecordChange.read(item).ifPresent(records::add)));
        Optional<StubError> error = then.find("error").flatMap(StubError::read);
        Optional<Template> value = then.find("value").map(Template::read);
        Optional<Boolean> proceed = then.find("proceed").flatMap(Node::flag);
        long answers = List.of("error", "value", "proceed").stream()
                .filter(kind -> then.find(kind).isPresent())
                .count();
        if (answers > 1) {
            then.problem("has more than one of value, error and proceed");
        } else if (answers == 0) {
            then.problem("needs one of value, error and proceed");
        } else if (proceed.filter(yes -> !yes).isPresent()) {
            then.problem("proceed can only be true; give value or error instead");
        }
        if (then.find("error").isPresent() && !records.isEmpty()) {
            then.problem("changes records and answers with an error, which undoes the changes");
        }
        return new Answer(delay, records, error, value);
    }
}
