package dev.sandoo.server.control;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;

/**
 * How records are written as JSON and read from JSON or YAML: names in snake_case, times as ISO 8601, unknown names refused,
 * a missing list or map empty. A component that must be there has {@code @JsonProperty(required = true)} or is a primitive; one that need
 * not is an {@link java.util.Optional}, a list or a map.
 */
final class ControlJson {
    static final ObjectMapper JSON = configured(JsonMapper.builder());
    static final ObjectMapper YAML = configured(YAMLMapper.builder());

    private ControlJson() {}

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M configured(MapperBuilder<M, B> builder) {
        JsonSetter.Value emptyForNull = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        return builder.addModules(new Jdk8Module(), new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .withConfigOverride(List.class, override -> override.setSetterInfo(emptyForNull))
                .withConfigOverride(Map.class, override -> override.setSetterInfo(emptyForNull))
                .build();
    }
}
