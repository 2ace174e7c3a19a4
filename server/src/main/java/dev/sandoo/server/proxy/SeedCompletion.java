package dev.sandoo.server.proxy;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes what was gathered complete enough to be written: required fields that nobody read, and the records that others lead to.
 * What cannot be had is left out. Used once.
 */
final class SeedCompletion {
    /** How far away from what was read; each step is needed only for required fields. */
    private static final int STEPS = 6;

    private static final int MOST_RECORDS = 10_000;
    private static final String CREATED = "create_date";
    private static final String CREATOR = "create_uid";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Fields that records show themselves by, besides those that their model names. */
    private static final Set<String> SHOWN_BY = Set.of("parent_id", "active");

    private static final Map<String, Set<String>> USEFUL = Map.of("res.users", Set.of("group_ids", "groups_id"));

    private final Schema schema;
    private final KnownRecords known;
    private final SeedHarvest harvest;
    private final AskedOdoo odoo;
    private final Instant begun;
    private final Set<SeedRow> asked = new LinkedHashSet<>();
    private final List<String> leftOut = new ArrayList<>();

    /** @param begun when the recording began: what its callers made later is no seed */
    SeedCompletion(Schema schema, KnownRecords known, SeedHarvest harvest, AskedOdoo odoo, Instant begun) {
        this.schema = schema;
        this.known = known;
        this.harvest = harvest;
        this.odoo = odoo;
        this.begun = begun;
    }

    /** Completes the harvest. @return what had to be left out, a line each */
    List<String> complete() {
        Set<SeedRow> wanted = new LinkedHashSet<>(all());
        for (int step = 0; step < STEPS && !wanted.isEmpty(); step++) {
            wanted.stream()
                    .map(SeedRow::model)
                    .distinct()
                    .toList()
                    .forEach(model -> ask(
                            model,
                            wanted.stream()
                                    .filter(row -> row.model().equals(model))
                                    .toList()));
            asked.addAll(wanted);
            Set<SeedRow> next = new LinkedHashSet<>();
            wanted.forEach(row -> next.addAll(linked(row)));
            next.removeAll(asked);
            wanted.clear();
            wanted.addAll(next);
        }
        while (leaveOut()) {
            // what led to a record that was left out may not do without it
        }
        return leftOut;
    }

    private List<SeedRow> all() {
        return harvest.rows().values().stream()
                .flatMap(rows -> rows.values().stream())
                .toList();
    }

    private void ask(ModelDef model, List<SeedRow> rows) {
        List<SeedRow> own = rows.stream()
                .filter(row -> !known.isBase(model.name(), row.id()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        Set<String> fields = new LinkedHashSet<>();
        own.forEach(row -> fields.addAll(row.missing()));
        shownBy(model, fields);
        if (model.hasLog()) {
            fields.add(CREATED);
            fields.add(CREATOR);
        }
        Set<String> all = new LinkedHashSet<>(fields);
        all.addAll(own.get(0).plain());
        List<Integer> ids = own.stream().map(SeedRow::id).toList();
        odoo
                .read(model.name(), ids, all)
                .or(() -> odoo.read(model.name(), ids, fields)) // groups may keep some of all from the callers
                .orElse(List.of())
                .stream()
                .filter(row -> row.get("id") instanceof Integer)
                .forEach(row -> answered(model, row));
    }

    private void answered(ModelDef model, Map<?, ?> row) {
        int id = (Integer) row.get("id");
        if (isYoung(row.get(CREATED)) && isByCaller(row.get(CREATOR))) {
            known.made(model.name(), List.of(id));
            harvest.rows().get(model.name()).remove(id);
        } else {
            harvest.row(model, id).add(row);
        }
    }

    private boolean isYoung(Object created) {
        try {
            return created instanceof String text
                    && LocalDateTime.parse(text, MOMENT)
                            .toInstant(ZoneOffset.UTC)
                            .isAfter(begun);
        } catch (DateTimeParseException other) {
            return false;
        }
    }

    private boolean isByCaller(Object creator) {
        return creator instanceof List<?> pair && pair.get(0) instanceof Integer uid && odoo.hasCaller(uid);
    }

    private static void shownBy(ModelDef model, Set<String> fields) {
        Set<String> names = new LinkedHashSet<>(model.recNamesSearch());
        model.recName().ifPresent(names::add);
        names.addAll(SHOWN_BY);
        names.addAll(USEFUL.getOrDefault(model.name(), Set.of()));
        names.removeIf(name -> {
            FieldDef field = model.fields().get(name);
            return field == null || !field.stored() || field.isComputed() && field.readonly();
        });
        fields.addAll(names);
    }

    /** Records that were read as links are shown by name there; for the rest only what is required counts. */
    private Set<SeedRow> linked(SeedRow row) {
        Set<SeedRow> linked = new LinkedHashSet<>();
        if (!harvest.rows().get(row.model().name()).containsKey(row.id())) {
            return linked;
        }
        for (SeedRow.Link link : row.links()) {
            ModelDef model = schema.models().get(link.model());
            String field = link.field().name();
            boolean counts = row.isRead(field) || link.field().required() || SHOWN_BY.contains(field);
            if (counts
                    && model != null
                    && model.hasTable()
                    && asked.size() < MOST_RECORDS
                    && !known.isBase(link.model(), link.target())
                    && !known.isMade(link.model(), link.target())) {
                SeedRow other = harvest.row(model, link.target());
                if (link.field().type() == FieldType.ONE2MANY) {
                    link.field()
                            .relation()
                            .orElseThrow()
                            .inverseName()
                            .ifPresent(back -> other.add(Map.of("id", link.target(), back, row.id())));
                }
                linked.add(other);
            }
        }
        return linked;
    }

    private boolean leaveOut() {
        boolean any = false;
        for (SeedRow row : all()) {
            if (!known.isBase(row.model().name(), row.id())) {
                Set<String> missing = row.missing();
                row.links().stream()
                        .filter(link -> link.field().required() && !isThere(link))
                        .forEach(link -> missing.add(link.field().name()));
                if (!missing.isEmpty()) {
                    harvest.rows().get(row.model().name()).remove(row.id());
                    leftOut.add("Left out: " + row.model().name() + " " + row.id() + ", which needs "
                            + String.join(", ", missing) + ", and that could not be read.");
                    any = true;
                }
            }
        }
        return any;
    }

    private boolean isThere(SeedRow.Link link) {
        return known.isBase(link.model(), link.target())
                || harvest.rows().getOrDefault(link.model(), Map.of()).containsKey(link.target());
    }
}
