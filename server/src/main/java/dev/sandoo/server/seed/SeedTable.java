package dev.sandoo.server.seed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A CSV file: columns and cells as {@code load} takes them.
 *
 * @param lines where each row begins
 */
record SeedTable(String model, List<String> columns, List<List<String>> rows, List<Integer> lines, Place place)
        implements Unit {
    private static final String ID = "id";

    @Override
    public Set<String> names() {
        return cells(columns.indexOf(ID));
    }

    @Override
    public Set<String> references() {
        Set<String> references = new LinkedHashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).endsWith(SeedRecord.BY_NAME)) {
                references.addAll(cells(i));
            }
        }
        return references;
    }

    /** The rows with all external ids in full, since {@code load} would give them a module of its own. */
    List<List<String>> named() {
        return rows.stream().map(this::named).toList();
    }

    /** Where a row begins. */
    Place placeOf(int row) {
        return new Place(place.file(), row < lines.size() ? lines.get(row) : place.line());
    }

    private List<String> named(List<String> row) {
        List<String> named = new ArrayList<>(row);
        for (int i = 0; i < row.size(); i++) {
            if (isName(columns.get(i))) {
                named.set(i, SeedRecord.namesIn(row.get(i)).stream().collect(Collectors.joining(",")));
            }
        }
        return named;
    }

    private static boolean isName(String column) {
        return column.equals(ID) || column.endsWith(SeedRecord.BY_NAME);
    }

    private Set<String> cells(int column) {
        Set<String> names = new LinkedHashSet<>();
        if (column >= 0) {
            rows.forEach(row -> names.addAll(SeedRecord.namesIn(row.get(column))));
        }
        return names;
    }
}
