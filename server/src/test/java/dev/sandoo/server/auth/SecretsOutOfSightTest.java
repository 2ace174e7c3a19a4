package dev.sandoo.server.auth;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.rpc.Credential;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsOutOfSightTest {
    private static final String SECRET = "s3cr3t-value";

    @Test
    void noTypeThatHoldsSecretsPrintsThem() {
        Account account = new Account(
                2,
                "admin",
                "Administrator",
                3,
                1,
                List.of(1),
                List.of(1),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                1,
                1,
                1);
        StoredAccount.StoredKey key = new StoredAccount.StoredKey(
                1, "name", "rpc", "s3cr3t-v", SECRET, Optional.empty(), "active", Optional.empty());
        List<Object> holders = List.of(
                new Credential.UserSecret(2, SECRET),
                new Credential.Bearer(SECRET),
                new Credential.Session(new SessionToken(SECRET), "localhost"),
                key,
                new ApiKeys.NewKey(1, SECRET),
                new AccountRow(account, true, Optional.of(SECRET), false, List.of(key), Optional.empty()));

        for (Object holder : holders) {
            assertFalse(holder.toString().contains(SECRET), holder.getClass().getSimpleName());
        }
    }
}
