package dev.sandoo.schema.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashFileTest {
    private static final Path DATA = Path.of("src", "main", "resources", "schema");

    static Stream<String> folders() {
        return Stream.concat(SchemaLoader.versions().stream(), Stream.of("sandoo"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void hashIsThatOfTheFiles(String version) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Map.Entry<String, Path> file : generatedFiles(version).entrySet()) {
            digest.update((file.getKey() + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file.getValue()));
            digest.update((byte) 0);
        }

        assertEquals(
                HexFormat.of().formatHex(digest.digest()),
                Files.readString(DATA.resolve(version).resolve(SchemaLoader.HASH_FILE))
                        .strip(),
                "after a change by hand run: schema/tools/generate.py --hash " + version);
    }

    private static Map<String, Path> generatedFiles(String version) throws IOException {
        Path folder = DATA.resolve(version);
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(path -> path.toString().endsWith(".json"))
                    .filter(path -> !path.endsWith(SchemaLoader.VERSION_FILE))
                    .forEach(
                            path -> files.put(folder.relativize(path).toString().replace('\\', '/'), path));
        }
        return files;
    }
}
