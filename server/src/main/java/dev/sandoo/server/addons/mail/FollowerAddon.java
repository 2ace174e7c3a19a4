package dev.sandoo.server.addons.mail;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Who follows a record: partners, by way of {@code mail.followers}. Record rules ask for it. */
public final class FollowerAddon implements Addon {
    private static final String PARTNERS = "message_partner_ids";
    private static final String FOLLOWERS = "message_follower_ids";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(Behaviours.ANY_MODEL, List.of(PARTNERS), List.of(FOLLOWERS), FollowerAddon::partners)
                .search(Behaviours.ANY_MODEL, PARTNERS, FollowerAddon::search);
    }

    private static void partners(Records records, Compute.Results results) {
        for (Records record : records) {
            Records followers = record.sudo().records(FOLLOWERS);
            results.set(record.id(), PARTNERS, followers.records("partner_id").ids());
        }
    }

    /** Followers are looked at whatever the caller may see of them: whom a rule lets in does not depend on it. */
    private static Condition search(Environment env, Operator operator, Object value) {
        boolean negated = operator.canonical() == Operator.NOT_IN || operator.canonical() == Operator.NOT_EQUALS;
        Operator positive = value instanceof List ? Operator.IN : Operator.EQUALS;
        Condition follower = Condition.term("partner_id", positive, value);
        return Condition.term(FOLLOWERS, negated ? Operator.NOT_ANY_SUDO : Operator.ANY_SUDO, follower);
    }
}
