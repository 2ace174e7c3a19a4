package dev.sandoo.server.addons.mail;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import java.util.List;
import java.util.Optional;

/** Finds {@code mail.message.subtype} records. */
final class Subtypes {
    private static final String MODEL = "mail.message.subtype";

    private Subtypes() {}

    /** The subtype with this external id; empty when there is none. */
    static Optional<Integer> find(Environment env, String externalId) {
        return env.find(externalId)
                .filter(found -> found.model().name().equals(MODEL))
                .map(found -> found.id());
    }

    /** What new followers of the model's records hear of. */
    static List<Integer> ofFollowers(Environment env, String model) {
        Condition own = Condition.anyOf(List.of(
                Condition.term("res_model", Operator.EQUALS, false),
                Condition.term("res_model", Operator.EQUALS, model)));
        return env.sudo()
                .model(MODEL)
                .search(Condition.term("default", Operator.EQUALS, true).and(own))
                .ids();
    }
}
