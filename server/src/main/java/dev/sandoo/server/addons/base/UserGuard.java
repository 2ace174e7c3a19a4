package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.Map;

/**
 * Keeps people from locking themselves out, and the accounts that Odoo relies on from being removed.
 *
 * <p>Source: recorded scenarios {@code orm_write} and {@code orm_unlink}, and asked of the real servers.
 */
final class UserGuard implements ModelHooks {
    private static final int SUPERUSER = 1;

    @Override
    public void beforeWrite(Records users, Map<String, Object> values) {
        requireReachable(users, values);
    }

    /**
     * Lets pass what neither locks the caller out nor lets the superuser in.
     *
     * @throws UserError otherwise, whatever the caller's rights are
     */
    static void requireReachable(Records users, Map<String, Object> values) {
        Object active = values.get("active");
        if (Boolean.TRUE.equals(active) && users.ids().contains(SUPERUSER)) {
            throw new UserError("You cannot activate the superuser.");
        }
        if (Boolean.FALSE.equals(active) && users.ids().contains(users.env().uid())) {
            throw new UserError("You cannot deactivate the user you're currently logged in as.");
        }
    }

    @Override
    public void beforeUnlink(Records users) {
        if (users.ids().contains(SUPERUSER)) {
            throw new UserError("You can not remove the admin user as it is used internally for resources created by "
                    + "Odoo (updates, module installation, ...)");
        }
        if (users.env().version().has("users.protected")) {
            refuse(
                    users,
                    "base.user_admin",
                    "You cannot delete the admin user because it is utilized in various places "
                            + "(such as security configurations,...). Instead, archive it.");
            refuse(
                    users,
                    "base.template_portal_user_id",
                    "Deleting the template users is not allowed. Deleting this "
                            + "profile will compromise critical functionalities.");
            refuse(
                    users,
                    "base.public_user",
                    "Deleting the public user is not allowed. Deleting this profile will "
                            + "compromise critical functionalities.");
        }
    }

    private static void refuse(Records users, String externalId, String message) {
        users.env()
                .find(externalId)
                .filter(user -> users.ids().contains(user.id()))
                .ifPresent(user -> {
                    throw new UserError(message);
                });
    }

    /** Two accounts cannot share a login. */
    @Override
    public void beforeCopy(Records original, Map<String, Object> values, Map<String, Object> given) {
        if (!given.containsKey("name") && !given.containsKey("partner_id")) {
            values.put("name", original.text("name") + " (copy)");
        }
        if (!given.containsKey("login")) {
            values.put("login", original.text("login") + " (copy)");
        }
    }
}
