package dev.sandoo.server.addons.mail;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Whether the caller is a member of a discussion channel. Record rules ask for it. */
public final class ChannelAddon implements Addon {
    private static final String CHANNEL = "discuss.channel";
    private static final String MEMBER = "is_member";
    private static final String MEMBERS = "channel_member_ids";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(CHANNEL, List.of(MEMBER), List.of(MEMBERS), ChannelAddon::member)
                .search(CHANNEL, MEMBER, ChannelAddon::search);
    }

    private static void member(Records channels, Compute.Results results) {
        int partner = channels.env().caller().partnerId();
        for (Records channel : channels.sudo()) {
            List<Integer> partners =
                    channel.records(MEMBERS).records("partner_id").ids();
            results.set(channel.id(), MEMBER, partners.contains(partner));
        }
    }

    private static Condition search(Environment env, Operator operator, Object value) {
        boolean asked = value instanceof List<?> values ? values.contains(true) : Truth.of(value);
        Condition own =
                Condition.term("partner_id", Operator.EQUALS, env.caller().partnerId());
        return Condition.term(MEMBERS, asked == operator.isNegative() ? Operator.NOT_ANY_SUDO : Operator.ANY_SUDO, own);
    }
}
