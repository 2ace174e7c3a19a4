package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.access.CallerKey;
import dev.sandoo.server.access.policy.CallLimits;
import dev.sandoo.server.access.policy.KeyName;
import dev.sandoo.server.access.policy.KeyRights;
import dev.sandoo.server.access.policy.Limit;
import dev.sandoo.server.access.policy.Policy;
import dev.sandoo.server.access.policy.PolicyCatalog;
import dev.sandoo.server.access.policy.PolicyCatalog.StoredPolicy;
import dev.sandoo.server.access.policy.Roles;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.AccessError;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Holds calls to the policies of their keys: everything that can be judged before a method runs. What the method then reaches
 * is judged by the ORM, which finds the same policy with the caller. Thread-safe.
 */
public final class KeyPolicies implements KeyPolicy {
    private static final String EVERYTHING = "rpc";

    private final PolicyCatalog catalog = new PolicyCatalog();

    @Override
    public Caller admit(Caller caller, Call call, Transaction transaction, CallCount count) {
        if (caller.key().isEmpty()) {
            return caller;
        }
        CallerKey key = caller.key().get();
        KeyName name = new KeyName(key.id(), key.name(), key.scope());
        if (!key.state().equals(CallerKey.ACTIVE)) {
            throw refused(name, call, "the key is " + key.state() + " (state)");
        }
        if (key.scope().isEmpty() || key.scope().equals(EVERYTHING)) {
            return caller;
        }
        StoredPolicy stored = catalog.policy(key.scope(), caller.counters(), transaction);
        Policy policy = stored.policy().orElseThrow(() -> refused(name, call, stored.reason() + " (policy)"));
        KeyRights rights = new KeyRights(name, policy, call.model(), call.method());
        requireCircumstances(rights, call, transaction);
        requireLimits(rights, transaction, count);
        Set<Integer> groups = groups(rights, caller, transaction);
        requireMethod(rights, call);
        return caller.boundBy(rights, groups);
    }

    private static void requireCircumstances(KeyRights rights, Call call, Transaction transaction) {
        Policy policy = rights.policy();
        Instant now = transaction.now().toInstant(ZoneOffset.UTC);
        if (policy.expires().filter(end -> !now.isBefore(end)).isPresent()) {
            rights.refuse("expires", "the policy has expired");
        }
        String protocol = call.origin().protocol().name().toLowerCase(Locale.ROOT);
        if (!policy.protocols().isEmpty() && !policy.protocols().contains(protocol)) {
            rights.refuse("protocols", "it does not open " + protocol);
        }
        String address = call.origin().address();
        if (!policy.addresses().isEmpty() && policy.addresses().stream().noneMatch(range -> range.contains(address))) {
            rights.refuse("addresses", "it does not open the address " + shown(address));
        }
        if (policy.hours().filter(hours -> !hours.contain(now)).isPresent()) {
            rights.refuse("hours", "it is closed at this time");
        }
    }

    /** Behind a proxy a client writes its own address: it may be anything. */
    private static String shown(String address) {
        return address.matches("[0-9a-fA-F:.]{1,45}") ? address : "that the call came from";
    }

    private static void requireLimits(KeyRights rights, Transaction transaction, CallCount count) {
        if (rights.policy().limits().isEmpty() || !count.isFirst()) {
            return;
        }
        Optional<Limit> used = CallLimits.count(transaction, rights.key().id(), rights.policy());
        used.ifPresent(limit -> rights.refuse(
                limit.name(),
                "%d calls in %s are made"
                        .formatted(
                                limit.calls(),
                                limit.per().toString().substring(2).toLowerCase(Locale.ROOT))));
    }

    private static Set<Integer> groups(KeyRights rights, Caller caller, Transaction transaction) {
        if (rights.policy().role().isEmpty()) {
            return caller.groupIds();
        }
        Optional<Set<Integer>> groups = Roles.narrowed(rights.policy().role().get(), caller, transaction);
        if (groups.isEmpty()) {
            rights.refuse("role", "the user does not have the role it names");
        }
        return rights.isEnforced() ? groups.orElse(Set.of()) : caller.groupIds();
    }

    private static void requireMethod(KeyRights rights, Call call) {
        rights.requireNotClosed(call.model(), call.method());
        if (call.model().isEmpty() || rights.opensMethod(call.model(), call.method())) {
            return;
        }
        boolean closed = rights.grant(call.model()).isEmpty();
        rights.refuse(
                closed ? "models" : "methods", closed ? "it does not open the model" : "it does not open the method");
    }

    private static AccessError refused(KeyName key, Call call, String reason) {
        return new AccessError("The API key \"%s\" (id %d, scope \"%s\") is refused %s.%s: %s"
                .formatted(key.name(), key.id(), key.policy(), call.model(), call.method(), reason));
    }
}
