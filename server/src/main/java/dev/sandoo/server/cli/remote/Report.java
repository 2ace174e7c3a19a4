package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a command prints. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GAP = "  ";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    /**
     * A table with a row for each object of a list.
     *
     * @param columns names of members; words with capitals are shown above them
     */
    void table(JsonNode objects, String... columns) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(columns).stream()
                .map(column -> column.replace('_', ' ').toUpperCase(Locale.ROOT))
                .toList());
        for (JsonNode object : objects) {
            rows.add(List.of(columns).stream()
                    .map(column -> text(object.path(column)))
                    .toList());
        }
        print(rows);
    }

    /** Each member of an object in a line of its own. */
    void members(JsonNode object) {
        List<List<String>> rows = new ArrayList<>();
        object.properties()
                .forEach(member -> rows.add(List.of(member.getKey().replace('_', ' '), text(member.getValue()))));
        print(rows);
    }

    /** The answer for scripts. */
    void json(JsonNode answer) {
        if (answer.isMissingNode()) {
            return;
        }
        try {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON cannot be written", e);
        }
    }

    private void print(List<List<String>> rows) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(width(rows, i) - row.get(i).length()))
                            .append(GAP);
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** Lists with commas; what comes from clients cannot break the line. */
    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "-";
        }
        if (value.isArray() && !value.isEmpty() && !value.get(0).isContainerNode()) {
            List<String> texts = new ArrayList<>();
            value.forEach(element -> texts.add(text(element)));
            return String.join(", ", texts);
        }
        return (value.isValueNode() ? value.asText() : value.toString()).replaceAll("\\p{Cntrl}", "?");
    }
}
