package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Python guesses was meant. Source: asked of a 19.0. */
class PythonSuggestionTest {
    private static final List<String> SEARCH = List.of("self", "domain", "offset", "limit", "order");

    @Test
    void nearNamesAreSuggested() {
        assertEquals(Optional.of("order"), PythonSuggestion.of("orderby", SEARCH));
        assertEquals(Optional.of("domain"), PythonSuggestion.of("domains", SEARCH));
        assertEquals(Optional.of("limit"), PythonSuggestion.of("Limit", SEARCH));
    }

    @Test
    void farNamesAreNot() {
        assertEquals(Optional.empty(), PythonSuggestion.of("nope", SEARCH));
        assertEquals(Optional.empty(), PythonSuggestion.of("args", SEARCH));
        assertEquals(Optional.empty(), PythonSuggestion.of("lazy", List.of("self", "domain", "groupby", "having")));
    }
}
