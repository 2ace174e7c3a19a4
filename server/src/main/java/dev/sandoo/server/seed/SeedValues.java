package dev.sandoo.server.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of what a record says the values that methods take: names become ids, records within it commands. Used once. */
final class SeedValues {
    private static final int SET = 6;
    private static final int CLEAR = 5;

    private final SeedNames names;

    SeedValues(SeedNames names) {
        this.names = names;
    }

    /**
     * The values of a record that is made.
     *
     * @throws SeedException that says which is wrong
     */
    Map<String, Object> ofNew(SeedRecord record) {
        return values(record, List.of());
    }

    /**
     * The values of a record that is there already: records within it take the place of those it has.
     *
     * @throws SeedException that says which is wrong
     */
    Map<String, Object> ofKnown(SeedRecord record) {
        return values(record, List.of(List.of(CLEAR, 0, 0)));
    }

    private Map<String, Object> values(SeedRecord record, List<Object> before) {
        Map<String, Object> values = new LinkedHashMap<>();
        record.values().forEach((key, value) -> {
            Cell cell = new Cell(record.model(), key, value.value(), value.place());
            values.put(cell.field(), value(cell, before));
        });
        return values;
    }

    /** What stands for a field. */
    private record Cell(String model, String key, Object value, Place place) {
        String field() {
            return key.replaceFirst("/(\\.?id)$", "");
        }

        SeedException wrong(String problem) {
            return SeedException.of(place.problem(key, problem));
        }
    }

    /** @param before commands that come before those for records within the record */
    private Object value(Cell cell, List<Object> before) {
        if (!names.fields(cell.model()).contains(cell.field())) {
            throw cell.wrong("there is no such field in " + cell.model());
        }
        if (cell.key().endsWith(SeedRecord.BY_NAME)) {
            return ids(cell);
        }
        if (cell.value() instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Map.class::isInstance)) {
            return children(cell, list, before);
        }
        ValueCheck.problem(names.type(cell.model(), cell.field()), cell.field(), cell.value())
                .ifPresent(wrong -> {
                    throw cell.wrong(wrong);
                });
        return cell.value();
    }

    private Object ids(Cell cell) {
        List<Object> ids = new ArrayList<>();
        for (String name : SeedRecord.namesIn(cell.value())) {
            ids.add(names.find(name).orElseThrow(() -> cell.wrong("there is no record " + name)));
        }
        if (names.isMany2one(cell.model(), cell.field())) {
            if (ids.size() > 1) {
                throw cell.wrong("takes one record, not " + ids.size());
            }
            return ids.isEmpty() ? Boolean.FALSE : ids.get(0);
        }
        return List.of(List.of(SET, 0, ids));
    }

    /** Records within a record, which are its own. */
    private List<Object> children(Cell cell, List<?> list, List<Object> before) {
        String child = names.comodel(cell.model(), cell.field())
                .orElseThrow(() -> cell.wrong("holds no records, so none can be given"));
        List<Object> commands = new ArrayList<>(before);
        for (Object element : list) {
            Map<String, Object> values = new LinkedHashMap<>();
            ((Map<?, ?>) element).forEach((key, value) -> {
                Cell own = new Cell(child, key.toString(), value, cell.place());
                values.put(own.field(), value(own, before));
            });
            commands.add(List.of(0, 0, values));
        }
        return commands;
    }
}
