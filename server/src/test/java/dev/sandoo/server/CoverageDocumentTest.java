package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.addons.Addons;
import dev.sandoo.server.addons.base.Secrets;
import dev.sandoo.server.addons.security.TestSignIn;
import dev.sandoo.server.orm.Behaviours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/COVERAGE.md to the code. Write it anew with
 * {@code mvn -pl schema,server -am test -Dtest=CoverageDocumentTest -Dsandoo.write -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CoverageDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "COVERAGE.md");

    @Test
    void coverageSaysWhatTheCodeDoes() throws IOException {
        List<Schema> schemas = SchemaLoader.versions().stream()
                .sorted(Comparator.reverseOrder())
                .map(SchemaLoader::load)
                .toList();
        String expected = CoverageDocument.of(
                schemas,
                Behaviours.of(Addons.all(
                        new Secrets(secret -> secret, String::equals),
                        TestSignIn.of(schemas.get(0).version()))));
        if (System.getProperty("sandoo.write") != null) {
            Files.writeString(DOCUMENT, expected);
        }

        String document = Files.readString(DOCUMENT).replace("\r\n", "\n");

        assertTrue(expected.equals(document), "docs/COVERAGE.md is out of date; this class says how to write it anew");
    }
}
