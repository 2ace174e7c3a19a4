package dev.sandoo.server.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.samskivert.mustache.Mustache;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "{{name}}",
                "Dear {{name}},\n\n{{{body}}}\n",
                "\n{{#each}}\nline\n{{/each}}\n",
                "{{=<% %>=}}{{unit}}",
                "<% both %> {{ways}}",
                "{{! a comment }} [[x]] <% y",
                "}} {{",
            })
    void aTextComesOutOfItsTemplateAsItWas(String text) {
        String template = (String) TemplateText.literal(text);

        assertEquals(
                text, Mustache.compiler().escapeHTML(false).compile(template).execute(Map.of("name", "wrong")));
    }

    @Test
    void textsAreFoundHoweverDeep() {
        Object literal = TemplateText.literal(Map.of("rows", Arrays.asList("{{a}}", 5, null)));

        assertEquals(Map.of("rows", Arrays.asList("{{=<% %>=}}{{a}}", 5, null)), literal);
        assertEquals(List.of(), TemplateText.literal(List.of()));
    }
}
