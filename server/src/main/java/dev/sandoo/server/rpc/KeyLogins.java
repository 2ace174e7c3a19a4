package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.auth.Account;
import dev.sandoo.server.auth.ProvenKey;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.AccessError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds logins with a key to its state and policy: a key that is closed here and now is a wrong one to whoever shows it. A login
 * is no call, and is not counted as one. Thread-safe.
 */
public final class KeyLogins {
    private final Callers callers;
    private final KeyPolicy policy;

    public KeyLogins(Callers callers, KeyPolicy policy) {
        this.callers = Objects.requireNonNull(callers, "callers");
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /** Whether a key was shown that may not do what its user may. */
    static boolean isNarrowed(Account account) {
        return account.key()
                .filter(key -> !key.scope().isEmpty() && !key.scope().equals("rpc"))
                .isPresent();
    }

    /**
     * Why the key that was shown is closed; empty when it is open, as a password always is. What a policy on trial would have
     * refused is remarked with the transaction.
     */
    Optional<String> refusal(Transaction transaction, Account account, CallTrace login) {
        if (!account.key().map(ProvenKey::isActive).orElse(true)) {
            return Optional.of("the key is not active");
        }
        if (!isNarrowed(account)) {
            return Optional.empty();
        }
        String database = login.called().database();
        Call visit = new Call(
                database, new Credential.Anonymous(), "", login.called().method(), List.of(), Map.of(), login.origin());
        try {
            Caller caller = callers.of(database, account, transaction);
            policy.admit(caller, visit, transaction, CallCount.ofNone())
                    .policy()
                    .ifPresent(rights -> rights.noted().forEach(transaction.notes()::remark));
            return Optional.empty();
        } catch (AccessError closed) {
            return Optional.of(closed.getMessage());
        }
    }
}
