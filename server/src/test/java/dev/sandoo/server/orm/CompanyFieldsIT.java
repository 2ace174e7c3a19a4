package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.TestModels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that each company has a value of its own of. Source: recorded answers, orm_write, company-dependent. */
class CompanyFieldsIT {
    @AutoClose
    private TestModels models;

    private int partner(String name) {
        return (Integer) models.call("res.partner", "create", List.of(Map.of("name", name)), Map.of());
    }

    private Object trust(int partner) {
        List<?> rows =
                (List<?>) models.call("res.partner", "read", List.of(List.of(partner), List.of("trust")), Map.of());
        return ((Map<?, ?>) rows.get(0)).get("trust");
    }

    private void trust(int partner, Object value) {
        models.call("res.partner", "write", List.of(List.of(partner), Map.of("trust", value)), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void anEmptiedFieldStaysEmptyWhereTheCompanyHasAFallback(String version) {
        models = new TestModels(version);
        int emptied = partner("Emptied");
        int untouched = partner("Untouched");
        trust(emptied, "good");
        assertEquals("good", trust(emptied));

        trust(emptied, false);

        assertEquals(false, trust(emptied));
        assertEquals("normal", trust(untouched), "the company's fallback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aRecordThatIsMadeWithoutTheValueGetsNoFallback(String version) {
        models = new TestModels(version);

        Object made = models.call("res.partner", "create", List.of(Map.of("name", "Made", "trust", false)), Map.of());

        assertEquals(false, trust((Integer) made));
    }

    @Test
    void whatAUserSetsForThemselvesIsNoFallback() {
        models = new TestModels("19.0");
        int partner = partner("Untouched");

        models.call("ir.default", "set", List.of("res.partner", "trust", "bad", true), Map.of());
        assertEquals("normal", trust(partner));
        Object defaults = models.call("res.partner", "default_get", List.of(List.of("trust")), Map.of());
        assertEquals(Map.of("trust", "bad"), defaults);

        models.call("ir.default", "set", List.of("res.partner", "trust", "good", false, true), Map.of());
        assertEquals("good", trust(partner));
    }

    /** Source: asked of 14.0, where such a default becomes the new record's own value. */
    @Test
    void theEarlierVersionGivesNewRecordsTheDefaultsOfUsers() {
        models = new TestModels("14.0");
        int before = partner("Before");
        models.call("ir.default", "set", List.of("res.partner", "trust", "bad", true), Map.of());

        int after = partner("After");

        assertEquals("normal", trust(before));
        assertEquals("bad", trust(after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aFieldThatWasNeverSetCanBeEmptiedAndSetAgain(String version) {
        models = new TestModels(version);
        int partner = partner("Changed");

        trust(partner, false);
        assertEquals(false, trust(partner));

        trust(partner, "bad");
        assertEquals("bad", trust(partner));
    }
}
