package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.rpc.RpcServices;
import java.util.List;
import java.util.Objects;

/** Every path the server answers, in one table. */
public final class Routes {
    private final List<Route> table;

    Routes(List<Route> table) {
        this.table = List.copyOf(table);
    }

    /** The paths of an Odoo of this version, answered by these services. */
    public static Routes of(OdooVersion version, RpcServices services) {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(services, "services");
        return new Routes(List.of());
    }

    List<Route> table() {
        return table;
    }
}
