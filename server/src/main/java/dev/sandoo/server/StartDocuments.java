package dev.sandoo.server;

import dev.sandoo.server.db.Databases;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.fault.FaultShelf;
import dev.sandoo.server.stub.StubShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stubs and faults that every database is to have from the start, as the files of {@code --stubs} and {@code --faults} say. */
record StartDocuments(
        List<Text> stubTexts, List<Text> faultTexts, Databases databases, StubShelf stubs, FaultShelf faults) {
    /** A file's name and content. */
    record Text(String name, String content) {}

    /**
     * Reads the files.
     *
     * @throws StartException when one cannot be read
     */
    static StartDocuments read(EmulatorConfig config, Databases databases, StubShelf stubs, FaultShelf faults) {
        return new StartDocuments(texts(config.stubs()), texts(config.faults()), databases, stubs, faults);
    }

    private static List<Text> texts(Optional<Path> path) {
        List<Text> texts = new ArrayList<>();
        for (Path file : path.map(StartDocuments::files).orElse(List.of())) {
            try {
                texts.add(new Text(file.getFileName().toString(), Files.readString(file)));
            } catch (IOException e) {
                throw new StartException("the file " + file + " cannot be read", e);
            }
        }
        return texts;
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartException("the folder " + path + " cannot be read", e);
        }
    }

    /**
     * Loads them into a database that was made or put back, unless it has brought stubs or faults of its own along. Those that
     * files said at an earlier start are not its own.
     */
    void intoFresh(String database) {
        if (stubTexts.isEmpty() && faultTexts.isEmpty()
                || databases.open(database).isEmpty()) {
            return;
        }
        if (isEmpty(database)) {
            into(database);
        } else {
            refresh(database);
        }
    }

    private boolean isEmpty(String database) {
        return stubs.list(database).stubs().isEmpty()
                && faults.list(database).faults().isEmpty();
    }

    private void refresh(String database) {
        stubTexts.stream()
                .filter(text -> stubs.hasOther(database, text.name(), text.content()))
                .forEach(text -> stubs.load(database, Optional.of(text.name()), text.content()));
        faultTexts.stream()
                .filter(text -> faults.hasOther(database, text.name(), text.content()))
                .forEach(text -> faults.load(database, Optional.of(text.name()), text.content()));
    }

    /**
     * Loads them into a database.
     *
     * @throws StartException that tells what is wrong with them
     */
    void into(String database) {
        try {
            stubTexts.forEach(text -> stubs.load(database, Optional.of(text.name()), text.content()));
            faultTexts.forEach(text -> faults.load(database, Optional.of(text.name()), text.content()));
        } catch (BadDocumentException e) {
            throw new StartException(
                    "stubs or faults cannot be used:\n  " + e.getMessage().replace("\n", "\n  "), e);
        }
    }
}
