package dev.sandoo.server.addons.base;

import dev.sandoo.schema.OdooVersion;
import java.util.Set;

/** The fields of one's own account that need no rights, by version. */
record OwnFields(Set<String> readable, Set<String> writable) {
    static OwnFields of(OdooVersion version) {
        return new OwnFields(version.names("users.self-readable"), version.names("users.self-writable"));
    }
}
