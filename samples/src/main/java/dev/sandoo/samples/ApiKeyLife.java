package dev.sandoo.samples;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.client.OdooFault;
import dev.sandoo.client.Query;

/** An API key from its making to its end: confirm the password, see the key once, use it, delete it, see it refused. */
public final class ApiKeyLife {
    private ApiKeyLife() {}

    /** Arguments: URL, database, login, password. For Odoo 14.0 and 19.0, Sandoo and the real one. */
    public static void main(String[] args) {
        WebSession person = new WebSession(args[0]);
        person.login(args[1], args[2], args[3]);

        String key = person.makeKey("{\"name\": \"Java sample key\"}", args[3]);
        System.out.printf("Made a key of %d characters%n", key.length());

        OdooClient odoo = OdooClient.connect(args[0], args[1], args[2], key);
        System.out.println("Logged in with it as user " + odoo.uid());

        boolean opens = new WebSession(args[0]).login(args[1], args[2], key).contains("\"uid\"");
        System.out.println("Opens the web client: " + opens);

        Domain named = Domain.field("name").is("Java sample key");
        int row = odoo.search("res.users.apikeys", Query.where(named)).get(0);
        person.confirm(person.call("res.users.apikeys", "remove", "[[" + row + "]]", "{}"), args[3]);
        try {
            odoo.searchCount("res.partner", Domain.field("id").is(1));
            throw new IllegalStateException("a deleted key still works");
        } catch (OdooFault refused) {
            System.out.println("Deleted key: " + refused.getMessage());
        }
    }
}
