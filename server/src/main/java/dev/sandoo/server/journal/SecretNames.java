package dev.sandoo.server.journal;

import java.util.Map;
import java.util.Set;

/** Which values are secret, by the names that Odoo's models give them. */
final class SecretNames {
    private static final Set<String> NAMES = Set.of(
            "password",
            "passwd",
            "new_passwd",
            "old_passwd",
            "confirm_pwd",
            "old_pwd",
            "smtp_pass",
            "secret",
            "token",
            "api_key",
            "apikey",
            "default_key");

    private static final Set<String> ENDINGS = Set.of(
            "password", "_passwd", "_secret", "_token", "_api_key", "_access_key", "_private_key", "_server_key");

    /** Names that are harmless anywhere else. */
    private static final Map<String, Set<String>> OF_MODEL = Map.of(
            "res.users.apikeys", Set.of("key"),
            "res.users.apikeys.show", Set.of("key"),
            "auth.api.key", Set.of("key"),
            "auth_totp.wizard", Set.of("url", "qrcode", "code"));

    /** Methods whose texts, given or answered, are secrets and nothing else. */
    private static final Set<String> METHODS = Set.of("res.users.change_password", "res.users.apikeys.generate");

    private SecretNames() {}

    /** Whether a field or argument of this name holds a secret. */
    static boolean isSecret(String model, String name) {
        if (!mayEndSecret(name)) {
            return false;
        }
        return NAMES.contains(name)
                || ENDINGS.stream().anyMatch(name::endsWith)
                || OF_MODEL.getOrDefault(model, Set.of()).contains(name);
    }

    /** Whether every text of a method is secret. */
    static boolean isSecretMethod(String model, String method) {
        return METHODS.contains(model + "." + method);
    }

    /** Whether a configuration parameter holds a secret. */
    static boolean isSecretParameter(String key) {
        return key.endsWith("secret") || key.endsWith("token") || key.endsWith("password") || key.endsWith("key");
    }

    /** All secret names end in one of these letters, and most names do not: this is asked of every value of every call. */
    private static boolean mayEndSecret(String name) {
        if (name.isEmpty()) {
            return false;
        }
        return switch (name.charAt(name.length() - 1)) {
            case 'd', 's', 't', 'n', 'y', 'l', 'e' -> true;
            default -> false;
        };
    }
}
