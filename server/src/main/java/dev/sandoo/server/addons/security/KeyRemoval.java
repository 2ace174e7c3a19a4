package dev.sandoo.server.addons.security;

import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Removes API keys and trusted devices: one's own, or as an administrator anybody's. */
final class KeyRemoval {
    private KeyRemoval() {}

    static Object remove(Records self, Arguments arguments) {
        Environment env = self.env();
        self.requireReadable();
        if (!isOwn(self) && !KeyLife.isAdministrator(env)) {
            throw new AccessError("You can not remove API keys unless they're yours or you are a system user");
        }
        self.sudo().unlink();
        return Dialog.close();
    }

    /** To the earlier version no keys are nobody's. */
    private static boolean isOwn(Records keys) {
        List<Integer> owners = keys.sudo().records("user_id").ids();
        return owners.isEmpty()
                ? !keys.env().version().has("apikeys.none-is-foreign")
                : owners.equals(List.of(keys.env().uid()));
    }
}
