package dev.sandoo.server.wire;

import dev.sandoo.schema.OdooVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The traits of each version that the edges ask for. */
public final class TestVersions {
    public static final OdooVersion V19 = version(
            "19.0", 19, Set.of("xmlrpc_reads_datetimes", "xmlrpc_drops_control_characters", "xmlrpc_spaced_envelope"));
    public static final OdooVersion V14 = version("14.0", 14, Set.of());

    private TestVersions() {}

    public static OdooVersion named(String name) {
        return name.equals("19.0") ? V19 : V14;
    }

    private static OdooVersion version(String name, int major, Set<String> traits) {
        return new OdooVersion(name, name, List.of(major, 0, 0, "final", 0, ""), 1, traits, Map.of());
    }
}
