package dev.sandoo.server.addons.mail;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;

/** Who follows a record: partners, by way of {@code mail.followers}. Record rules ask for it. */
public final class FollowerAddon implements Addon {
    private static final String PARTNERS = "message_partner_ids";
    private static final String FOLLOWERS = MailThread.FOLLOWERS;
    private static final String FOLLOWS = "message_is_follower";

    @Override
    public void register(Behaviours.Builder behaviours) {
        String any = Behaviours.ANY_MODEL;
        behaviours
                .compute(any, List.of(PARTNERS, FOLLOWS), List.of(FOLLOWERS), FollowerAddon::followers)
                .search(any, PARTNERS, FollowerAddon::search)
                .search(any, FOLLOWS, FollowerAddon::searchOwn)
                .method(any, "message_subscribe", FollowerAddon::subscribe)
                .method(any, "message_unsubscribe", FollowerAddon::unsubscribe);
    }

    private static void followers(Records records, Compute.Results results) {
        int own = records.env().caller().partnerId();
        boolean both = records.model().fields().containsKey(FOLLOWS);
        records.sudo().records(FOLLOWERS).values("partner_id"); // for all at once
        for (Records record : records) {
            List<Integer> partners =
                    record.sudo().records(FOLLOWERS).records("partner_id").ids();
            results.set(record.id(), PARTNERS, partners);
            if (both) {
                results.set(record.id(), FOLLOWS, partners.contains(own));
            }
        }
    }

    /** Followers are looked at whatever the caller may see of them: whom a rule lets in does not depend on it. */
    private static Condition search(Environment env, Operator operator, Object value) {
        Operator asked = operator.isNegative() ? operator.opposite().orElseThrow() : operator;
        Operator positive = asked == Operator.EQUALS && value instanceof List ? Operator.IN : asked;
        return follower(operator.isNegative(), Condition.term("partner_id", positive, value));
    }

    private static Condition searchOwn(Environment env, Operator operator, Object value) {
        boolean asked = value instanceof List<?> values ? values.contains(true) : Boolean.TRUE.equals(value);
        Condition own =
                Condition.term("partner_id", Operator.EQUALS, env.caller().partnerId());
        return follower(asked == operator.isNegative(), own);
    }

    private static Condition follower(boolean negated, Condition follower) {
        return Condition.term(FOLLOWERS, negated ? Operator.NOT_ANY_SUDO : Operator.ANY_SUDO, follower);
    }

    /** Who may read a record may follow it; who may change it may have others follow. */
    private static Object subscribe(Records records, Arguments arguments) {
        List<Integer> partners = ids(arguments.get("partner_ids"));
        if (!partners.isEmpty()) {
            require(records, partners);
            Subscriptions.add(records, partners, ids(arguments.get("subtype_ids")));
        }
        return true;
    }

    private static Object unsubscribe(Records records, Arguments arguments) {
        List<Integer> partners = ids(arguments.get("partner_ids"));
        if (!partners.isEmpty()) {
            require(records, partners);
            Subscriptions.remove(records, partners);
        }
        return null;
    }

    private static void require(Records records, List<Integer> partners) {
        records.requireReadable();
        if (!partners.equals(List.of(records.env().caller().partnerId()))) {
            records.require(Operation.WRITE);
        }
    }

    static List<Integer> ids(Object wire) {
        List<Integer> ids = new ArrayList<>();
        if (wire instanceof List<?> list) {
            list.forEach(id -> {
                if (id instanceof Integer one) {
                    ids.add(one);
                }
            });
        } else if (wire instanceof Integer one) {
            ids.add(one);
        }
        return ids;
    }
}
