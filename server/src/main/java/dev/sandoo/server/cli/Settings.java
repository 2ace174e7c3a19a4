package dev.sandoo.server.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was given for each setting, by the strongest source: flags before environment before file. Immutable. */
final class Settings {
    private final Map<Setting, Given> chosen;

    private Settings(Map<Setting, Given> chosen) {
        this.chosen = chosen;
    }

    /**
     * Gathers the settings; an empty environment variable counts as none.
     *
     * @param problems where faults of the file are added
     */
    static Settings gather(List<Given> flags, Map<String, String> environment, List<Problem> problems) {
        List<Given> variables = Arrays.stream(Setting.values())
                .filter(setting ->
                        !environment.getOrDefault(setting.variable(), "").isEmpty())
                .map(setting -> Given.byVariable(setting, environment.get(setting.variable())))
                .toList();
        Settings withoutFile = strongest(Stream.concat(variables.stream(), flags.stream()));
        Optional<Given> file = withoutFile.get(Setting.CONFIG);
        if (file.isEmpty()) {
            return withoutFile;
        }
        List<Given> lines = read(file.get(), problems);
        return strongest(Stream.concat(lines.stream(), withoutFile.chosen.values().stream()));
    }

    /** What was given for a setting, if anything. */
    Optional<Given> get(Setting setting) {
        return Optional.ofNullable(chosen.get(setting));
    }

    private static List<Given> read(Given file, List<Problem> problems) {
        try {
            return new ConfigFile(Path.of(file.value()), problems).read();
        } catch (InvalidPathException e) {
            problems.add(file.problem("not a path", "give the path of a YAML file"));
            return List.of();
        }
    }

    private static Settings strongest(Stream<Given> weakestFirst) {
        Map<Setting, Given> chosen = new EnumMap<>(Setting.class);
        weakestFirst.forEach(given -> chosen.put(given.setting(), given));
        return new Settings(chosen);
    }
}
