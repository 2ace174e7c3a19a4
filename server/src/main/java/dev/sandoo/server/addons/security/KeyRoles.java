package dev.sandoo.server.addons.security;

import dev.sandoo.server.access.policy.Policy;
import dev.sandoo.server.access.policy.PolicyCatalog;
import dev.sandoo.server.access.policy.RoleLimit;
import dev.sandoo.server.access.policy.Roles;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Environment;
import java.util.Optional;

/** A key may be bound to a role only by somebody who has it. */
final class KeyRoles {
    private KeyRoles() {}

    /**
     * Lets a scope pass whose policy, if it is one, names no role that the caller lacks.
     *
     * @throws UserError otherwise
     */
    static void requireHad(Environment env, String scope) {
        Optional<RoleLimit> limit = new PolicyCatalog()
                .policy(scope, env.caller().counters(), env.transaction())
                .policy()
                .flatMap(Policy::role);
        if (limit.isPresent()
                && Roles.narrowed(limit.get(), env.caller(), env.transaction()).isEmpty()) {
            throw new UserError("The policy \"" + scope + "\" is for the role \""
                    + limit.get().role().orElse("") + "\", which you do not have.");
        }
    }
}
