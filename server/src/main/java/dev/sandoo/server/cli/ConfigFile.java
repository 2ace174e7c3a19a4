package dev.sandoo.server.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads the settings of one YAML file: a flat mapping of names to values. Used once. */
final class ConfigFile {
    private final Path path;
    private final List<Problem> problems;
    private final Map<Setting, Given> found = new EnumMap<>(Setting.class);

    /** A file whose faults are added to a list. */
    ConfigFile(Path path, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** The settings in the file, as far as they can be read. */
    List<Given> read() {
        if (!Files.isRegularFile(path)) {
            problems.add(new Problem(path.toString(), "no such file", "give the path of a YAML file"));
            return List.of();
        }
        try (JsonParser parser = new YAMLFactory().createParser(Files.readAllBytes(path))) {
            readMapping(parser);
        } catch (JsonProcessingException e) {
            found.clear(); // what was read before a syntax error need not be what was meant
            problems.add(syntaxProblem(e));
        } catch (IOException e) {
            problems.add(new Problem(path.toString(), "cannot be read", "check that this user may read it"));
        }
        return new ArrayList<>(found.values());
    }

    private void readMapping(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            problems.add(new Problem(at(parser), "not a list of settings", "write one a line, as in \"port: 8069\""));
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            readSetting(parser);
        }
    }

    private void readSetting(JsonParser parser) throws IOException {
        String place = at(parser);
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        Optional<Setting> setting = Setting.inFile(key);
        if (setting.isEmpty()) {
            String remedy = Suggestion.among(Setting.fileKeys(), key);
            problems.add(new Problem(place + ", " + key, "unknown setting", remedy));
        } else if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
            problems.add(new Problem(place + ", " + key, "not one value", "write it as in \"" + key + ": value\""));
        } else if (found.containsKey(setting.get())) {
            problems.add(new Problem(place + ", " + key, "given twice", "drop one of them"));
        } else {
            found.put(setting.get(), Given.byFile(setting.get(), parser.getText(), place));
        }
        parser.skipChildren();
    }

    private String at(JsonParser parser) {
        return at(parser.currentTokenLocation().getLineNr());
    }

    private String at(int line) {
        return path + " line " + line;
    }

    private Problem syntaxProblem(JsonProcessingException e) {
        String wrong = e.getCause() instanceof MarkedYAMLException marked && marked.getProblem() != null
                ? "not YAML: " + marked.getProblem()
                : "not YAML";
        String place =
                e.getLocation() == null ? path.toString() : at(e.getLocation().getLineNr());
        return new Problem(place, wrong, "mend the line or the one above it");
    }
}
