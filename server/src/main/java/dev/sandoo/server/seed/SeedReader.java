package dev.sandoo.server.seed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sandoo.server.document.SyntaxReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files of seeds. What is wrong with them is gathered, so that all of it can be told at once. Used once. */
final class SeedReader {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    private static final String ID = "id";
    private static final String NUMBER = ".id";

    private final List<Unit> units = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * What the files hold, in their order.
     *
     * @throws SeedException when anything in them cannot be read
     */
    static List<Unit> read(List<SeedFile> files) {
        SeedReader reader = new SeedReader();
        files.forEach(reader::add);
        if (!reader.problems.isEmpty()) {
            throw new SeedException(reader.problems);
        }
        return reader.units;
    }

    private void add(SeedFile file) {
        if (file.isCsv()) {
            addTable(file);
            return;
        }
        ObjectMapper mapper = file.isJson() ? JSON : YAML;
        try (JsonParser parser = mapper.createParser(file.content())) {
            addModels(parser, file.name());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.add(new Place(file.name(), line).problem(SyntaxReason.of(e)));
        } catch (IOException e) {
            problems.add(file.name() + ": " + e.getMessage());
        }
    }

    private void addModels(JsonParser parser, String file) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return; // an empty file, or one of comments
        }
        if (first != JsonToken.START_OBJECT) {
            problems.add(
                    place(parser, file).problem("must be models with their records, as in res.partner: [{name: Ada}]"));
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String model = parser.currentName();
            Place place = place(parser, file);
            switch (parser.nextToken()) {
                case START_OBJECT -> addNamed(parser, model, file);
                case START_ARRAY -> addListed(parser, model, file);
                default -> problems.add(place.problem(model, "must be a list of records, or records by external id"));
            }
        }
    }

    private void addNamed(JsonParser parser, String model, String file) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Place place = place(parser, file);
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                add(model, Optional.of(name), values(parser, file), place);
            } else {
                problems.add(place.problem(name, "must be a record: fields with their values"));
                parser.skipChildren();
            }
        }
    }

    private void addListed(JsonParser parser, String model, String file) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Place place = place(parser, file);
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                Map<String, SeedRecord.Value> values = values(parser, file);
                Optional<String> name = Optional.ofNullable(values.remove(ID)).map(id -> String.valueOf(id.value()));
                add(model, name, values, place);
            } else {
                problems.add(place.problem(model, "must be records: fields with their values"));
                parser.skipChildren();
            }
        }
    }

    private void add(String model, Optional<String> name, Map<String, SeedRecord.Value> values, Place place) {
        name.filter(text -> text.isEmpty() || text.chars().anyMatch(Character::isWhitespace))
                .ifPresent(text -> problems.add(place.problem("'" + text + "' is no external id")));
        Optional<Integer> number = Optional.ofNullable(values.remove(NUMBER)).flatMap(this::number);
        units.add(new SeedRecord(model, name.map(ExternalId::full), number, values, place));
    }

    private Optional<Integer> number(SeedRecord.Value value) {
        if (value.value() instanceof Integer id && id > 0) {
            return Optional.of(id);
        }
        problems.add(value.place().problem(NUMBER, "must be a number from 1 on, the record's id in the database"));
        return Optional.empty();
    }

    private static Map<String, SeedRecord.Value> values(JsonParser parser, String file) throws IOException {
        Map<String, SeedRecord.Value> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            Place place = place(parser, file);
            parser.nextToken();
            values.put(field, new SeedRecord.Value(parser.readValueAs(Object.class), place));
        }
        return values;
    }

    private List<CsvLines.Row> rows(SeedFile file) {
        try {
            return new CsvLines(new String(file.content(), StandardCharsets.UTF_8)).read();
        } catch (CsvLines.OpenQuoteException e) {
            problems.add(new Place(file.name(), e.line()).problem(e.getMessage()));
            return List.of();
        }
    }

    private void addTable(SeedFile file) {
        List<CsvLines.Row> rows = rows(file);
        if (file.model().isEmpty()) {
            problems.add(file.name() + ": a CSV file is named after its model, as in res.partner.csv");
            return;
        }
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = rows.get(0).cells().stream().map(String::strip).toList();
        List<List<String>> cells = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (CsvLines.Row row : rows.subList(1, rows.size())) {
            if (row.cells().size() != columns.size()) {
                problems.add(new Place(file.name(), row.line())
                        .problem("has " + row.cells().size() + " cells, not " + columns.size()));
            }
            cells.add(row.cells());
            lines.add(row.line());
        }
        units.add(new SeedTable(
                file.model().get(),
                columns,
                cells,
                lines,
                new Place(file.name(), rows.get(0).line())));
    }

    private static Place place(JsonParser parser, String file) {
        return new Place(file, parser.currentTokenLocation().getLineNr());
    }
}
