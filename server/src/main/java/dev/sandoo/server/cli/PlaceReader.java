package dev.sandoo.server.cli;

import dev.sandoo.server.PostgresPlace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads from the settings which PostgreSQL is meant. */
final class PlaceReader {
    private final SettingReader settings;
    private final Path standardFolder;
    private final List<Problem> problems;

    /** @param standardFolder keeps the data unless the settings say otherwise */
    PlaceReader(SettingReader settings, Path standardFolder, List<Problem> problems) {
        this.settings = settings;
        this.standardFolder = standardFolder;
        this.problems = problems;
    }

    /** The strongest source that names a place has its way; one that names two contradicts itself. */
    PostgresPlace read() {
        List<Given> places = Stream.of(Setting.DATA, Setting.EPHEMERAL, Setting.DATABASE_URL)
                .filter(setting -> setting != Setting.EPHEMERAL || settings.isOn(setting))
                .flatMap(setting -> settings.get(setting).stream())
                .sorted(Comparator.comparing(Given::source).reversed())
                .toList();
        if (places.size() > 1 && places.get(0).source() == places.get(1).source()) {
            problems.add(new Problem(
                    places.get(0).label() + " and " + places.get(1).label(),
                    "two places for the data",
                    "keep one of them"));
        }
        if (places.isEmpty()) {
            rejectLogin();
            return new PostgresPlace.InFolder(standardFolder);
        }
        Given place = places.get(0);
        if (place.setting() == Setting.DATABASE_URL) {
            return external(place);
        }
        rejectLogin();
        return place.setting() == Setting.DATA ? inFolder(place) : new PostgresPlace.Ephemeral();
    }

    private PostgresPlace inFolder(Given place) {
        try {
            return new PostgresPlace.InFolder(
                    Path.of(place.value()).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            problems.add(place.problem("not a path", "give the path of a folder"));
            return new PostgresPlace.Ephemeral();
        }
    }

    private PostgresPlace external(Given place) {
        if (!place.value().startsWith("jdbc:postgresql://")) {
            problems.add(place.problem(
                    "not the address of a PostgreSQL server", "write it as jdbc:postgresql://localhost:5432/postgres"));
        }
        return new PostgresPlace.External(
                place.value(),
                settings.get(Setting.DATABASE_USER).map(Given::value),
                settings.get(Setting.DATABASE_PASSWORD).map(Given::value));
    }

    /** A user or password for a server that is not asked would be ignored in silence. */
    private void rejectLogin() {
        Stream.of(Setting.DATABASE_USER, Setting.DATABASE_PASSWORD)
                .flatMap(setting -> settings.get(setting).stream())
                .filter(given -> given.source() == Given.Source.FLAG)
                .forEach(given -> problems.add(new Problem(
                        given.label(), "there is no database URL that it belongs to", "add --database-url")));
    }
}
