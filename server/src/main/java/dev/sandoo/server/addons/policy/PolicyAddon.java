package dev.sandoo.server.addons.policy;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import java.util.List;

/** Policies, states of keys and roles: an index of the hooks and methods. */
public final class PolicyAddon implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .hooks(PolicyHooks.MODEL, new PolicyHooks())
                .method(PolicyHooks.MODEL, "explain", PolicyMethods::explain)
                .hooks(StateHooks.MODEL, new StateHooks())
                .hooks(RoleHooks.ROLE, new RoleHooks())
                .hooks(RoleHooks.LINE, new RoleLineHooks())
                .compute(RoleHooks.LINE, List.of("is_enabled"), List.of("date_from", "date_to"), RoleLineHooks::enabled)
                .method(RoleHooks.ROLE, "cron_update_users", RoleHooks::updateAll);
    }
}
