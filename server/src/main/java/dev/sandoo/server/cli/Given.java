package dev.sandoo.server.cli;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.ParseResult;

/**
 * A value that somebody gave for a setting.
 *
 * @param label names the place for a message: {@code --port}, {@code SANDOO_PORT}, {@code sandoo.yaml line 3, port}
 */
record Given(Setting setting, String value, Source source, String label) {
    /** Where values come from, the weakest first. */
    enum Source {
        FILE,
        ENVIRONMENT,
        FLAG
    }

    Given {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(label, "label");
    }

    /** Those of the settings that the command line gives. */
    static List<Given> byFlags(ParseResult result, Collection<Setting> settings) {
        return settings.stream()
                .filter(setting -> result.hasMatchedOption(setting.flag()))
                .map(setting -> byFlag(setting, result.matchedOptionValue(setting.flag(), "")))
                .toList();
    }

    static Given byFlag(Setting setting, String value) {
        return new Given(setting, value, Source.FLAG, setting.flag());
    }

    static Given byVariable(Setting setting, String value) {
        return new Given(setting, value, Source.ENVIRONMENT, setting.variable());
    }

    static Given byFile(Setting setting, String value, String place) {
        return new Given(setting, value, Source.FILE, place + ", " + setting.key());
    }

    /** A problem with this value, which is shown unless it is a secret. */
    Problem problem(String wrong, String remedy) {
        String shown = setting.isSecret() ? label : label + " " + quoted(value);
        return new Problem(shown, wrong, remedy);
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}", "?") + '"';
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return setting.isSecret() ? label : label + "=" + value;
    }
}
