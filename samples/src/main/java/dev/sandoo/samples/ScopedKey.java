package dev.sandoo.samples;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.client.OdooFault;
import dev.sandoo.client.Query;
import java.util.List;

/** Keys with a scope, as OCA's module apikey_scope_editable lets users choose: one for RPC, and one that is not. */
public final class ScopedKey {
    private ScopedKey() {}

    /** Arguments: URL, database, login, password. For Sandoo, or an Odoo 19.0 with that module. */
    public static void main(String[] args) {
        WebSession person = new WebSession(args[0]);
        person.login(args[1], args[2], args[3]);

        String rpc = person.makeKey("{\"name\": \"Java scoped\", \"scope\": \"rpc\"}", args[3]);
        OdooClient odoo = OdooClient.connect(args[0], args[1], args[2], rpc);
        System.out.println("Scope rpc: user " + odoo.uid());

        String report = person.makeKey(
                "{\"name\": \"Java scoped\", \"has_custom_scope\": true, \"custom_scope\": \"report\"}", args[3]);
        try {
            OdooClient.connect(args[0], args[1], args[2], report);
            throw new IllegalStateException("a key of another scope works over RPC");
        } catch (OdooFault refused) {
            System.out.println("Scope report: refused");
        }

        List<Integer> rows = odoo.search(
                "res.users.apikeys", Query.where(Domain.field("name").is("Java scoped")));
        person.call("res.users.apikeys", "remove", "[" + rows + "]", "{}");
        System.out.println("Deleted " + rows.size() + " keys");
    }
}
