package dev.sandoo.samples;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.client.OdooFault;
import dev.sandoo.client.Query;
import java.util.List;
import java.util.Map;

/** A public form that may only leave leads behind, by the policy {@code website-form}, and what is written down of it. */
public final class PolicedForm {
    private static final String NAME = "Java form";

    private PolicedForm() {}

    /** Arguments: URL, database, login, password. For a Sandoo started with {@code --policies samples/policies}. */
    public static void main(String[] args) {
        WebSession person = new WebSession(args[0]);
        person.login(args[1], args[2], args[3]);
        String key = person.makeKey(
                "{\"name\": \"" + NAME + "\", \"has_custom_scope\": true, \"custom_scope\": \"website-form\"}",
                args[3]);
        OdooClient form = OdooClient.connect(args[0], args[1], args[2], key);

        int lead = form.create("crm.lead", Map.of("name", "Call me", "email_from", "ada@example.com"));
        System.out.println("Lead made");
        refused("A revenue", () -> form.create("crm.lead", Map.of("name", "Rich", "expected_revenue", 1e6)));
        refused("Reading", () -> form.read("crm.lead", List.of(lead), "name"));

        OdooClient admin = OdooClient.connect(args[0], args[1], args[2], args[3]);
        Query calls =
                Query.where(Domain.field("key_name").is(NAME)).orderBy("id").select("method", "outcome", "policy");
        admin.searchRead("sandoo.call", calls)
                .filter(call ->
                        List.of("create", "read").contains(call.text("method").orElse("")))
                .forEach(call -> System.out.println(call.text("outcome").orElse("") + " "
                        + call.text("method").orElse("") + " by "
                        + call.text("policy").orElse("")));

        admin.unlink("crm.lead", List.of(lead));
        List<Integer> keys = admin.search(
                "res.users.apikeys", Query.where(Domain.field("name").is(NAME)));
        person.call("res.users.apikeys", "remove", "[" + keys + "]", "{}");
    }

    private static void refused(String what, Runnable call) {
        try {
            call.run();
            throw new IllegalStateException(what + " is not refused");
        } catch (OdooFault fault) {
            System.out.println(what + ": " + fault.kind());
        }
    }
}
