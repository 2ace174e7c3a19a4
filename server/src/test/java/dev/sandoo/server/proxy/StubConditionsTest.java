package dev.sandoo.server.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.schema.load.SchemaLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubConditionsTest {
    private final KnownRecords known = new KnownRecords(SchemaLoader.load("19.0"));
    private final StubConditions conditions = new StubConditions(known);

    @BeforeEach
    void aClientMadeAPartner() {
        known.made("res.partner", List.of(4_711));
    }

    @Test
    void idsThatWereThereTellCallsApart() {
        assertEquals(
                Map.of("args.0", Map.of("equals", List.of(5, 6)), "kwargs.size", Map.of("equals", 2)),
                conditions.of(List.of(List.of(5, 6)), Map.of("size", 2, "context", Map.of("lang", "fr_FR"))));
    }

    @Test
    void idsThatTheClientMadeAreLeftOpen() {
        assertEquals(
                Map.of("args.1.size", Map.of("equals", 2)),
                conditions.of(List.of(List.of(4_711), Map.of("partner", 4_711, "size", 2)), Map.of("ids", 4_711)));
    }

    @Test
    void secretsAreLeftOpen() {
        assertEquals(
                Map.of("kwargs.shop", Map.of("equals", "north")),
                conditions.of(List.of(), Map.of("api_key", "***", "shop", "north")));
    }
}
