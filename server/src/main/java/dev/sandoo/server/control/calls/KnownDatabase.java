package dev.sandoo.server.control.calls;

import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.db.Databases;

/** The databases that calls can have been made on. */
public record KnownDatabase(Databases databases) {
    /**
     * Lets a database pass that is there.
     *
     * @throws ControlException for any other
     */
    void require(String name) {
        if (databases.open(name).isEmpty()) {
            throw ControlException.unknownDatabase(name, databases.list());
        }
    }
}
