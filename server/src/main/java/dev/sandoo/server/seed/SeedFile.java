package dev.sandoo.server.seed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A file of seeds; its name tells what is in it. */
public record SeedFile(String name, byte[] content) {
    /** What a zip file may hold unpacked. */
    private static final int MOST_BYTES = 256 << 20;

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".csv");

    public SeedFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
    }

    /** What is no file, but might be one in YAML. */
    public static SeedFile yaml(String text) {
        return new SeedFile("seeds.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The seed files in a folder and the folders below it, by name; or the one that is no folder.
     *
     * @throws SeedException when it cannot be read
     */
    public static List<SeedFile> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<SeedFile> seeds = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (hasSeeds(file.toString())) {
                    String name = file.equals(folder)
                            ? file.getFileName().toString()
                            : folder.relativize(file).toString();
                    seeds.add(new SeedFile(name, Files.readAllBytes(file)));
                }
            }
            return required(seeds, folder.toString());
        } catch (IOException | UncheckedIOException e) {
            throw SeedException.of(folder + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * The seed files in a zip file, by name.
     *
     * @throws SeedException when it cannot be read
     */
    public static List<SeedFile> inZip(byte[] zip) {
        List<SeedFile> seeds = new ArrayList<>();
        int room = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && hasSeeds(entry.getName())) {
                    byte[] content = in.readNBytes(room + 1);
                    room -= content.length;
                    if (room < 0) {
                        throw SeedException.of("the zip file holds more than " + (MOST_BYTES >> 20) + " MiB");
                    }
                    seeds.add(new SeedFile(entry.getName(), content));
                }
            }
        } catch (IOException e) {
            throw SeedException.of("the zip file cannot be read: " + e.getMessage());
        }
        seeds.sort(Comparator.comparing(SeedFile::name));
        return required(seeds, "the zip file");
    }

    private static boolean hasSeeds(String name) {
        return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private static List<SeedFile> required(List<SeedFile> seeds, String place) {
        if (seeds.isEmpty()) {
            throw SeedException.of(place + " holds no seeds: files end in " + String.join(", ", ENDINGS));
        }
        return seeds;
    }

    boolean isCsv() {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    boolean isJson() {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** The model whose records a CSV file has: {@code res.partner} for {@code 10-res.partner.csv} or {@code res.partner-2.csv}. */
    Optional<String> model() {
        String plain = name.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[A-Za-z]+$", "");
        String model = plain.replaceFirst("^\\d+[-_ ]", "").replaceFirst("-\\d+$", "");
        return Optional.of(model).filter(text -> text.matches("[a-z_][a-z0-9_.]*"));
    }

    @Override
    public String toString() {
        return "SeedFile[" + name + "]";
    }
}
