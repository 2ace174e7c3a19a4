package dev.sandoo.server.addons.mail;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps who follows which records in {@code mail.followers}. */
final class Subscriptions {
    private static final String MODEL = "mail.followers";

    private Subscriptions() {}

    /** Has partners follow records; those who do already stay as they are, unless subtypes are given. */
    static void add(Records records, Collection<Integer> partners, List<Integer> subtypes) {
        if (records.isEmpty() || partners.isEmpty()) {
            return;
        }
        String model = records.model().name();
        Environment env = MailThread.keeper(records.env());
        Map<List<Integer>, Integer> kept = new LinkedHashMap<>();
        for (Records follower : existing(records, partners)) {
            kept.put(List.of(follower.integer("res_id"), follower.integer("partner_id")), follower.id());
        }
        List<Integer> chosen = subtypes.isEmpty() ? Subtypes.ofFollowers(env, model) : subtypes;
        List<Map<String, Object>> added = new ArrayList<>();
        for (int id : records.ids()) {
            for (int partner : partners) {
                if (!kept.containsKey(List.of(id, partner))) {
                    added.add(Map.of("res_model", model, "res_id", id, "partner_id", partner));
                }
            }
        }
        env.model(MODEL).createAll(added).write(Map.of("subtype_ids", List.of(List.of(6, 0, chosen))));
        if (!subtypes.isEmpty() && !kept.isEmpty()) {
            env.records(MODEL, kept.values()).write(Map.of("subtype_ids", List.of(List.of(6, 0, subtypes))));
        }
    }

    /** Has partners follow records no longer. */
    static void remove(Records records, Collection<Integer> partners) {
        existing(records, partners).unlink();
    }

    private static Records existing(Records records, Collection<Integer> partners) {
        return MailThread.keeper(records.env())
                .model(MODEL)
                .search(Condition.allOf(List.of(
                        Condition.term(
                                "res_model", Operator.EQUALS, records.model().name()),
                        Condition.term("res_id", Operator.IN, records.ids()),
                        Condition.term("partner_id", Operator.IN, List.copyOf(partners)))));
    }
}
