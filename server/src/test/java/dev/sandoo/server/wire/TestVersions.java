package dev.sandoo.server.wire;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.load.SchemaLoader;

/** The versions that answers were recorded of, as shipped. */
public final class TestVersions {
    public static final OdooVersion V19 = SchemaLoader.version("19.0");
    public static final OdooVersion V14 = SchemaLoader.version("14.0");

    private TestVersions() {}

    public static OdooVersion named(String name) {
        return name.equals("19.0") ? V19 : V14;
    }
}
