package dev.sandoo.samples;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.client.OdooRecord;
import dev.sandoo.client.Query;
import java.util.List;
import java.util.Map;

/** A token bought with an API key creates a project, for a user who may do little else; without a token, or without rights, there is none. */
public final class TokenForProject {
    private static final String PASSWORD = "sample password";
    private static final String PROJECT = "{\"project_name\": \"Java sample\"}";

    private final String url;
    private final String database;
    private final OdooClient admin;

    private TokenForProject(String url, String database, OdooClient admin) {
        this.url = url;
        this.database = database;
        this.admin = admin;
    }

    /** Arguments: URL, database, login, password of somebody who may create users. The paths are Sandoo's own. */
    public static void main(String[] args) {
        OdooClient admin = OdooClient.connect(args[0], args[1], args[2], args[3]);
        TokenForProject sample = new TokenForProject(args[0], args[1], admin);

        WebSession nobody = new WebSession(args[0]);
        System.out.println("Without a token: " + message(nobody.send("POST", "/api/project/create", PROJECT)));
        System.out.println("With rights: " + sample.created("project", "group_project_manager", "status"));
        System.out.println("Without rights: " + sample.created("base", "group_user", "message"));
    }

    /** What a user of this group alone is told who asks for a project with a token. */
    private String created(String module, String group, String told) {
        String login = group + "-" + System.nanoTime();
        String groups = admin.serverVersion().startsWith("14") ? "groups_id" : "group_ids";
        int user = admin.create(
                "res.users",
                Map.of(
                        "name",
                        "Java token",
                        "login",
                        login,
                        "password",
                        PASSWORD,
                        groups,
                        List.of(List.of(6, 0, List.of(groupId(module, group))))));
        WebSession web = new WebSession(url);
        web.login(database, login, PASSWORD);
        String key = web.makeKey("{\"name\": \"Java token\"}", PASSWORD);
        String bought = web.send("POST", "/auth/token/apikey", "", "X-Odoo-Database", database, "X-API-Key", key);
        String token = WebSession.member(bought, "access_token");
        String answer = web.send("POST", "/api/project/create", PROJECT, "Authorization", "Bearer " + token);
        admin.write("res.users", List.of(user), Map.of("active", false));
        return WebSession.member(answer, told).split("\\\\n")[0];
    }

    private int groupId(String module, String name) {
        Domain named =
                Domain.field("module").is(module).and(Domain.field("name").is(name));
        OdooRecord found = admin.searchRead("ir.model.data", Query.where(named).select("res_id"))
                .findFirst()
                .orElseThrow();
        return found.integer("res_id").orElseThrow();
    }

    private static String message(String answer) {
        return WebSession.member(answer, "message");
    }
}
