package dev.sandoo.server.wire.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.wire.routes.CustomRoute.Auth;
import dev.sandoo.server.wire.routes.RouteFile.BadRoutesException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteFileTest {
    private static final RouteFile.Known KNOWN = new RouteFile.Known() {
        @Override
        public boolean hasModel(String model) {
            return model.equals("res.partner");
        }

        @Override
        public boolean hasMethod(String model, String method) {
            return method.equals("read") || method.equals("create");
        }
    };

    @Test
    void routeHasDefaultsForWhatItLeavesOut() {
        RouteFile file = parse("""
                routes:
                  - path: /api/partners
                    auth: api_key
                    model: res.partner
                    method: create
                    args: [{name: "{name}"}]
                """);

        assertEquals(
                List.of(new CustomRoute(
                        Set.of("POST"),
                        "/api/partners",
                        Auth.API_KEY,
                        Optional.empty(),
                        "res.partner",
                        "create",
                        List.of(),
                        List.of(Map.of("name", "{name}")),
                        Map.of(),
                        200,
                        "{result}")),
                file.routes());
    }

    @Test
    void keysComeFromTheFileOrTheEnvironment() {
        RouteFile file = RouteFile.parse("""
                api_keys:
                  - {name: shop, login: admin, key: "s3cret-of-the-shop"}
                  - {name: till, login: admin, key_variable: TILL}
                """, Map.of("TILL", "s3cret-of-the-till"), KNOWN);

        assertEquals(
                List.of(
                        new RouteFile.Key("shop", "admin", "s3cret-of-the-shop"),
                        new RouteFile.Key("till", "admin", "s3cret-of-the-till")),
                file.keys());
        assertFalse(file.toString().contains("s3cret"));
    }

    @Test
    void emptyFileHasNothing() {
        assertEquals(new RouteFile(List.of(), List.of()), parse(""));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertEquals("""
                other: unknown; the file holds routes and api_keys
                routes[0]: unknown key modle
                routes[0]: path api must be like /api/orders/{id}
                routes[0]: auth must be api_key, bearer, user or public
                routes[0]: model is missing
                routes[0]: there is no HTTP method FETCH here
                routes[0]: status must be between 200 and 299
                routes[1]: path /web/x belongs to Odoo or Sandoo
                routes[1]: a public route needs a user to run as
                routes[1]: there is no model res.partnr
                routes[2]: clients cannot call res.partner._read
                routes[2]: {id} of the path is never used
                routes[4]: there is another route for POST /a
                api_keys[0]: the environment variable NOPE is not set""", wrong("""
                other: 1
                routes:
                  - {path: api, auth: key, modle: x, method: read, methods: [FETCH], status: 404}
                  - {path: /web/x, auth: public, model: res.partnr, method: read}
                  - {path: "/p/{id}", auth: user, model: res.partner, method: _read, methods: [get]}
                  - {path: /a, auth: user, model: res.partner, method: read}
                  - {path: /a, auth: user, model: res.partner, method: read}
                api_keys:
                  - {name: a, login: b, key_variable: NOPE}
                """));
    }

    @Test
    void syntaxErrorNamesTheLineAndShowsNothing() {
        String message = wrong("api_keys:\n  - {name: a, key: s3cret\nx");

        assertFalse(message.contains("s3cret"), message);
        assertEquals("line ", message.substring(0, 5));
    }

    private static RouteFile parse(String yaml) {
        return RouteFile.parse(yaml, Map.of(), KNOWN);
    }

    private static String wrong(String yaml) {
        return assertThrows(BadRoutesException.class, () -> parse(yaml)).getMessage();
    }
}
