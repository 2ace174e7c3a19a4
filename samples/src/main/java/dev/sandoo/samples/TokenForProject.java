package dev.sandoo.samples;

/** A token bought with an API key creates a project; without one, or without rights, there is none. */
public final class TokenForProject {
    private TokenForProject() {}

    /** Arguments: URL, database, login, password of somebody who may create projects. The paths are Sandoo's own. */
    public static void main(String[] args) {
        WebSession web = new WebSession(args[0]);
        web.login(args[1], args[2], args[3]);
        String key = web.makeKey("{\"name\": \"Java token\"}", args[3]);

        String answer = web.send("POST", "/auth/token/apikey", "", "X-Odoo-Database", args[1], "X-API-Key", key);
        String token = WebSession.member(answer, "access_token");
        System.out.println("The token counts for " + WebSession.member(answer, "expires_in") + " seconds");

        String project = "{\"project_name\": \"Java sample\"}";
        System.out.println(
                "Without it: " + WebSession.member(web.send("POST", "/api/project/create", project), "message"));
        String made = web.send("POST", "/api/project/create", project, "Authorization", "Bearer " + token);
        System.out.println("With it: " + WebSession.member(made, "status"));
    }
}
