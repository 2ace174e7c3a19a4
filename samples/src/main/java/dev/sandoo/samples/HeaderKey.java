package dev.sandoo.samples;

import dev.sandoo.client.OdooClient;
import java.util.List;
import java.util.Map;

/** A key in the header API-KEY, as OCA's module auth_api_key has it, on a path of one's own. */
public final class HeaderKey {
    private static final String KEY = "key-of-the-java-shop-4711";

    private HeaderKey() {}

    /** Arguments: URL, database, login, password. Sandoo must serve samples/routes.yaml. */
    public static void main(String[] args) {
        OdooClient odoo = OdooClient.connect(args[0], args[1], args[2], args[3]);
        WebSession web = new WebSession(args[0]);
        String path = "/samples/users/" + odoo.uid();

        int record = odoo.create("auth.api.key", Map.of("name", "Java shop", "user_id", odoo.uid(), "key", KEY));
        System.out.println("With the key: " + WebSession.member(web.send("GET", path, "", "API-KEY", KEY), "login"));
        System.out.println("Without: " + WebSession.member(web.send("GET", path, ""), "message"));

        odoo.unlink("auth.api.key", List.of(record));
        System.out.println("Deleted: " + WebSession.member(web.send("GET", path, "", "API-KEY", KEY), "message"));
    }
}
