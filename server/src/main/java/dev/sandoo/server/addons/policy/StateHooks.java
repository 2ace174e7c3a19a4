package dev.sandoo.server.addons.policy;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.Map;

/** A key that was revoked stays so. */
final class StateHooks implements ModelHooks {
    static final String MODEL = "sandoo.key.state";
    private static final String REVOKED = "revoked";

    @Override
    public void beforeWrite(Records states, Map<String, Object> values) {
        requireNotRevoked(states);
    }

    @Override
    public void beforeUnlink(Records states) {
        requireNotRevoked(states);
    }

    private static void requireNotRevoked(Records states) {
        for (Records state : states) {
            if (state.text("state").equals(REVOKED)) {
                throw new UserError("The key was revoked, which cannot be undone; make another.");
            }
        }
    }
}
