package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.RefusedCalls;
import dev.sandoo.server.auth.ApiKeys;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.ErrorKind;
import dev.sandoo.server.error.OdooError;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A key of the administrator under a policy, and what it tries. */
final class PolicedKey {
    private final TestRpc rpc;
    private final String name;
    private final String secret;
    private final int id;
    private final RefusedCalls refused;

    private PolicedKey(TestRpc rpc, String name, ApiKeys.NewKey key) {
        this.rpc = rpc;
        this.name = name;
        this.secret = key.secret();
        this.id = key.id();
        this.refused = new RefusedCalls(
                domain ->
                        (List<?>) rpc.admin("sandoo.call", "search_read", domain, RefusedCalls.FIELDS, 0, 1, "id desc"),
                List.of("key_id", "=", id));
    }

    /** A key under a policy of its own. */
    static PolicedKey of(TestRpc rpc, String name, String document) {
        rpc.admin("sandoo.key.policy", "create", Map.of("name", name, "document", document));
        return under(rpc, TestRpc.ADMIN, name);
    }

    /** Another key under a policy that there is. */
    static PolicedKey under(TestRpc rpc, int uid, String policy) {
        try (Transaction transaction = rpc.database().begin()) {
            ApiKeys.NewKey key = new ApiKeys(new SecureRandom())
                    .make(transaction, uid, "key of " + policy, Optional.of(policy), Optional.empty());
            transaction.commit();
            return new PolicedKey(rpc, policy, key);
        }
    }

    String secret() {
        return secret;
    }

    int id() {
        return id;
    }

    /** {@code execute_kw} with positional arguments. */
    Object call(String model, String method, Object... args) {
        return rpc.executeKw(TestRpc.ADMIN, secret, model, method, Arrays.asList(args), Map.of());
    }

    Object callKw(String model, String method, List<Object> args, Map<String, Object> kwargs) {
        return rpc.executeKw(TestRpc.ADMIN, secret, model, method, args, kwargs);
    }

    /** Makes sure that the policy refuses, by this dimension, says whose policy and key it was, and that this is written down. */
    void isRefused(String dimension, Runnable attempt) {
        OdooError error = assertThrows(OdooError.class, attempt::run);
        assertEquals(ErrorKind.ACCESS, error.kind(), error.getMessage());
        assertTrue(error.getMessage().endsWith("(" + dimension + ")"), error.getMessage());
        assertTrue(error.getMessage().contains("\"" + name + "\""), error.getMessage());
        assertTrue(error.getMessage().contains("\"key of " + name + "\" (id " + id), error.getMessage());
        refused.requireNext(name, error.getMessage());
    }

    /** Makes sure that the groups that are left to the key lack the right, in Odoo's own words, and that this is written down. */
    void isForbidden(Runnable attempt) {
        OdooError error = assertThrows(OdooError.class, attempt::run);
        assertEquals(ErrorKind.ACCESS, error.kind(), error.getMessage());
        refused.requireNext(name, error.getMessage());
    }

    void isRefused(String dimension, String model, String method, Object... args) {
        isRefused(dimension, () -> call(model, method, args));
    }
}
