package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.AccessError;
import java.util.Map;

/** Keeps calls away from methods that only Odoo's own code may use. */
final class PrivateMethods {
    private final OdooVersion version;

    PrivateMethods(OdooVersion version) {
        this.version = version;
    }

    /** Whether a private name is refused even on a model that does not exist. */
    boolean comeBeforeModels() {
        return version.has("methods.private-before-model");
    }

    /**
     * Lets a public method's name pass.
     *
     * @throws AccessError for a name that begins with an underscore, or that the version keeps to itself
     */
    void requirePublic(String model, String method) {
        if (method.startsWith("_") || version.names("methods.private").contains(method)) {
            throw new AccessError(version.message("method.private", Map.of("model", model, "method", method)));
        }
    }
}
