package dev.sandoo.server.access.policy;

import dev.sandoo.server.access.policy.Explanation.Verdict;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.sql.SqlFragment;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Explains what would become of a call with a key that a database holds. */
public final class KeyExplanations {
    private static final String KEY = """
            SELECT coalesce(k.scope, ''), CASE WHEN s.state = 'active' AND s.until <= ? THEN 'suspended'
                                               ELSE coalesce(s.state, 'active') END,
                   p.document, p.active
              FROM res_users_apikeys k
              LEFT JOIN sandoo_key_state s ON s.key_id = k.id
              LEFT JOIN sandoo_key_policy p ON p.name = k.scope
             WHERE k.id = ?""";

    private KeyExplanations() {}

    private record Key(String scope, String state, Optional<String> document, boolean active) {}

    /**
     * A call as it might be made.
     *
     * @param fields the fields that it gives values for
     * @param address empty when it is not to be judged
     * @param protocol empty when it is not to be judged
     */
    public record Question(
            String model,
            String method,
            Collection<String> fields,
            Optional<String> address,
            Optional<String> protocol) {
        public Question {
            fields = List.copyOf(fields);
        }
    }

    /** What the key's policy says; empty when there is no such key. */
    public static Optional<Explanation> of(Transaction transaction, int keyId, Question question) {
        SqlFragment query = SqlFragment.of(KEY, transaction.now(), keyId);
        return transaction
                .queryFirst(
                        query,
                        row -> new Key(
                                row.text(1),
                                row.text(2),
                                Optional.ofNullable(row.text(3)),
                                row.text(3) != null && row.bool(4)))
                .map(key -> explain(key, question, transaction));
    }

    private static Explanation explain(Key key, Question question, Transaction transaction) {
        Circumstances now = new Circumstances(
                key.state(), transaction.now().toInstant(ZoneOffset.UTC), question.address(), question.protocol());
        if (key.scope().isEmpty() || key.scope().equals("rpc")) {
            return new Explanation(List.of(
                    new Verdict(key.state().equals("active"), "state", 0, "the key is " + key.state()),
                    new Verdict(true, "policy", 0, "the key has none: it may do all that its user may")));
        }
        if (key.document().isEmpty() || !key.active()) {
            String why = key.document().isEmpty() ? "there is no policy " : "archived is the policy ";
            return new Explanation(List.of(new Verdict(false, "policy", 0, why + key.scope())));
        }
        try {
            Policy policy = PolicyParser.parseStored(key.document().get());
            return Explanation.of(policy, question.model(), question.method(), question.fields())
                    .under(policy, now);
        } catch (BadDocumentException e) {
            return new Explanation(List.of(new Verdict(
                    false,
                    "policy",
                    e.problems().get(0).line(),
                    e.problems().get(0).toString())));
        }
    }
}
