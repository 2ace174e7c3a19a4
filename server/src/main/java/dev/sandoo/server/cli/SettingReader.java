package dev.sandoo.server.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Settings by what kind of value they have; every fault is added to one list. */
final class SettingReader {
    private static final Map<String, Boolean> SWITCH_WORDS = Map.of(
            "true", true, "yes", true, "on", true, "1", true, "false", false, "no", false, "off", false, "0", false);

    private final Settings settings;
    private final List<Problem> problems;

    SettingReader(Settings settings, List<Problem> problems) {
        this.settings = settings;
        this.problems = problems;
    }

    Optional<Given> get(Setting setting) {
        return settings.get(setting);
    }

    boolean isOn(Setting setting) {
        Optional<Given> given = settings.get(setting);
        if (given.isEmpty()) {
            return false;
        }
        Boolean on = SWITCH_WORDS.get(given.get().value().strip().toLowerCase(Locale.ROOT));
        if (on == null) {
            reject(setting, "neither on nor off", "give true or false");
            return false;
        }
        return on;
    }

    /** What was given, or else the default. */
    String text(Setting setting) {
        return settings.get(setting)
                .map(Given::value)
                .orElse(setting.defaultText())
                .strip();
    }

    /** A path that leads to what it has to. */
    Optional<Path> path(Setting setting, PathKind kind) {
        try {
            Optional<Path> path = settings.get(setting).map(given -> Path.of(given.value()));
            if (path.filter(place -> !kind.fits(place)).isPresent()) {
                reject(setting, kind.wrong(), kind.remedy());
            }
            return path;
        } catch (InvalidPathException e) {
            reject(setting, "not a path", kind.remedy());
            return Optional.empty();
        }
    }

    /** Only what was given can be wrong: the defaults are right. */
    void reject(Setting setting, String wrong, String remedy) {
        settings.get(setting).ifPresent(given -> problems.add(given.problem(wrong, remedy)));
    }
}
