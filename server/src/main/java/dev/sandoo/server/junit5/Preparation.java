package dev.sandoo.server.junit5;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What is to be done with a database before tests use it; immutable.
 *
 * @param beside files are looked for beside this class first
 */
record Preparation(
        Class<?> beside, List<String> seeds, List<String> stubs, List<String> policies, Optional<Instant> clock) {

    /** What the annotations of a class or method say. */
    static Preparation of(Class<?> beside, AnnotatedElement annotated) {
        return new Preparation(
                beside,
                files(annotated, Seed.class, Seed::value),
                files(annotated, Stubs.class, Stubs::value),
                files(annotated, Policies.class, Policies::value),
                AnnotationSupport.findAnnotation(annotated, FrozenClock.class)
                        .map(clock -> Instant.parse(clock.value())));
    }

    private static <A extends Annotation> List<String> files(
            AnnotatedElement annotated, Class<A> type, Function<A, String[]> names) {
        return AnnotationSupport.findAnnotation(annotated, type)
                .map(names)
                .map(List::of)
                .orElse(List.of());
    }

    /** Does it; seeds may be of models that stubs declare. */
    void apply(Sandoo sandoo) {
        policies.forEach(file -> sandoo.policy(new String(bytes(file), StandardCharsets.UTF_8)));
        stubs.forEach(file -> sandoo.upload("stubs", mediaType(file), bytes(file)));
        seeds.forEach(file -> sandoo.upload("seeds" + seedQuery(file), mediaType(file), bytes(file)));
        clock.ifPresent(sandoo::freeze);
    }

    /** A CSV file is named after its model, with a number before it where order matters. */
    private static String seedQuery(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? "?model=" + name.substring(0, name.length() - 4).replaceFirst("^\\d+-", "")
                : "";
    }

    private static String mediaType(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return "text/csv";
        }
        return lower.endsWith(".json") ? "application/json" : "application/yaml";
    }

    private byte[] bytes(String file) {
        try (InputStream resource = beside.getResourceAsStream(file)) {
            return resource != null ? resource.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException error) {
            throw new UncheckedIOException(file + " is neither beside " + beside.getName() + " nor a file", error);
        }
    }
}
