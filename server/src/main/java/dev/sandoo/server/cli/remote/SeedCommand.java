package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sandoo seed}. */
@Command(name = "seed", description = "write the records of YAML, JSON and CSV files into a database, all or none")
final class SeedCommand implements RemoteCommand {
    @Mixin
    private DatabaseOption database;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, and folders of files.")
    private List<Path> files;

    @Override
    public JsonNode ask(ControlClient server) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : files) {
                add(file, zip);
            }
        } catch (NoSuchFileException e) {
            throw RemoteFailure.refusal("there is no file " + e.getFile());
        } catch (IOException e) {
            throw RemoteFailure.refusal("cannot be read: " + e.getMessage());
        }
        return server.upload(database.path("seeds"), "application/zip", bytes.toByteArray());
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.members(answer.path("records"));
    }

    private static void add(Path place, ZipOutputStream zip) throws IOException {
        try (Stream<Path> found = Files.walk(place)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(file.toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }
}
