package dev.sandoo.server.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;

/** Writes the files that people go on to edit. */
final class Yaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private Yaml() {}

    /** @param heading a comment in the first line */
    static String write(String heading, Map<String, ?> document) {
        try {
            return "# " + heading + "\n" + MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException error) {
            throw new IllegalStateException("plain values can always be written", error);
        }
    }
}
