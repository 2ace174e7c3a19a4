package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final HttpHandler NEVER = request -> {
        throw new AssertionError();
    };

    private final Route service = Route.of(Set.of("POST"), "/xmlrpc/2/{service}", NEVER);

    @Test
    void namedSegmentIsHandedOver() {
        assertEquals(Optional.of(Map.of("service", "common")), service.match(Route.split("/xmlrpc/2/common")));
    }

    @Test
    void slashAtTheEndMakesNoDifference() {
        assertEquals(Optional.of(Map.of("service", "common")), service.match(Route.split("/xmlrpc/2/common/")));
    }

    @Test
    void slashesAtTheStartMakeNoDifference() {
        assertEquals(Optional.of(Map.of("service", "common")), service.match(Route.split("//xmlrpc/2/common")));
    }

    @Test
    void otherPathsDoNotMatch() {
        for (String path : List.of("/", "/xmlrpc", "/xmlrpc/2", "/xmlrpc/2/a/b", "/xmlrpc/2//", "/xmlrpc/3/common")) {
            assertEquals(Optional.empty(), service.match(Route.split(path)), path);
        }
    }

    @Test
    void letterCaseCounts() {
        assertEquals(Optional.empty(), service.match(Route.split("/XMLRPC/2/common")));
    }

    @Test
    void rootHasNoSegments() {
        assertEquals(Optional.of(Map.of()), Route.of(Set.of("GET"), "/", NEVER).match(Route.split("/")));
    }
}
