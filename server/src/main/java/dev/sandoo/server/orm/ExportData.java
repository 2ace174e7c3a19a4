package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.FieldCodecs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code export_data}: records as rows of cells, as {@code load} takes them. What a record's lists hold fills rows of their own
 * below the record's. Source: recorded answers, export-data of orm_names.
 */
final class ExportData {
    private static final String NAME = "display_name";

    private final Environment env;
    private final Object noRecord;
    private final boolean compatible;

    private ExportData(Environment env) {
        this.env = env;
        this.noRecord = env.version().has(GroupingMethods.FORMATTED) ? "" : (Object) false;
        this.compatible = env.context().isTrue("import_compat", true);
    }

    static Object call(Records self, Arguments arguments) {
        Environment env = self.env();
        if (!env.isSuperuser() && !env.hasGroup("base.group_allow_export") && !env.hasGroup("base.group_erp_manager")) {
            throw new UserError("You don't have the rights to export data. Please contact an Administrator.");
        }
        List<List<String>> paths = ImportPaths.parseAll(env, arguments.get("fields_to_export"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("datas", self.isEmpty() ? List.of() : new ExportData(env).rows(self, paths));
        return answer;
    }

    /** The rows of all records, what they need having been read at once. */
    private List<Object> rows(Records records, List<List<String>> paths) {
        prepare(records, paths);
        List<Object> rows = new ArrayList<>();
        for (Records record : records) {
            rows.addAll(lines(record, paths));
        }
        return rows;
    }

    /** Makes sure of rights and reads the fields of all records that the paths lead to, model by model. */
    private void prepare(Records records, List<List<String>> paths) {
        Rights rights = new Rights(env);
        requireAll(records, rights.readable(records.model(), records.ids()));
        Set<String> seen = new HashSet<>();
        for (List<String> path : paths) {
            if (path.isEmpty() || path.get(0).equals("id") || path.get(0).equals(".id") || !seen.add(path.get(0))) {
                continue;
            }
            FieldDef field = field(records, path.get(0));
            rights.checkReadable(records.model(), List.of(field));
            records.values(field.name());
            if (field.type().isRelational()) {
                Records targets = records.records(field.name());
                targets.sudo().values(NAME);
                prepare(targets, ImportPaths.within(paths, field.name()));
            }
        }
    }

    /** Reading passes over records that do not exist; an export does not. */
    private void requireAll(Records records, List<Integer> readable) {
        List<Integer> missing =
                records.ids().stream().filter(id -> !readable.contains(id)).toList();
        if (!missing.isEmpty()) {
            throw new MissingError(env.version()
                    .message(
                            "record.missing",
                            Map.of("record", records.browse(missing).describe(), "user", env.uid())));
        }
    }

    private FieldDef field(Records records, String name) {
        FieldDef field = records.model().fields().get(name);
        if (field != null) {
            return field;
        }
        if (!env.version().has(GroupingMethods.FORMATTED)) {
            throw PythonError.keyError(name);
        }
        if (name.contains(".")) {
            throw PythonError.of("AssertionError", "");
        }
        throw PythonError.valueError(env.version()
                .message(
                        "field.unknown",
                        Map.of(
                                "field",
                                PythonRepr.of(name),
                                "model",
                                records.model().name())));
    }

    private List<List<Object>> lines(Records record, List<List<String>> paths) {
        List<Object> current = new ArrayList<>(Collections.nCopies(paths.size(), ""));
        List<List<Object>> lines = new ArrayList<>();
        lines.add(current);
        Set<String> done = new HashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            List<String> path = paths.get(i);
            if (path.isEmpty() || done.contains(path.get(0))) {
                continue;
            }
            switch (path.get(0)) {
                case ".id" -> current.set(i, Integer.toString(record.id()));
                case "id" -> current.set(i, externalId(record));
                default -> {
                    FieldDef field = field(record, path.get(0));
                    if (field.type().isRelational()) {
                        done.add(field.name());
                        follow(record, field, paths, i, lines);
                    } else {
                        current.set(i, cell(record, field));
                    }
                }
            }
        }
        return lines;
    }

    private String externalId(Records record) {
        return new ExternalNames(env).ensured(record.model(), record.ids()).get(record.id());
    }

    private void follow(
            Records record, FieldDef field, List<List<String>> paths, int column, List<List<Object>> lines) {
        Records targets = record.records(field.name());
        List<List<String>> within = ImportPaths.within(paths, field.name());
        List<Object> current = lines.get(0);
        if (compatible && field.type() == FieldType.MANY2MANY) {
            joined(targets, within, column, current);
            return;
        }
        List<List<String>> named = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            boolean here = !paths.get(i).isEmpty() && paths.get(i).get(0).equals(field.name());
            named.add(here && within.get(i).isEmpty() ? List.of(NAME) : within.get(i));
        }
        List<List<Object>> below = new ArrayList<>();
        for (Records target : targets) {
            below.addAll(lines(target, named));
        }
        if (below.isEmpty()) {
            current.set(column, noRecord);
            return;
        }
        merge(current, below.get(0));
        lines.addAll(below.subList(1, below.size()));
    }

    /** The first of the rows below goes beside what the record's own row holds already. */
    private static void merge(List<Object> current, List<Object> first) {
        for (int i = 0; i < current.size(); i++) {
            if (!"".equals(first.get(i))) {
                current.set(i, first.get(i));
            }
        }
    }

    /** A list of records in one cell, as {@code load} takes it: by external ids or by names. */
    private void joined(Records targets, List<List<String>> within, int column, List<Object> current) {
        int ids = within.indexOf(List.of("id"));
        int names = within.indexOf(List.of("name"));
        String text;
        if (ids >= 0) {
            Map<Integer, String> external = new ExternalNames(env).ensured(targets.model(), targets.ids());
            text = targets.ids().stream().map(external::get).collect(Collectors.joining(","));
        } else {
            text = names(targets).values().stream()
                    .map(name -> Objects.toString(name, ""))
                    .collect(Collectors.joining(","));
        }
        int at = ids >= 0 ? ids : names >= 0 ? names : column;
        current.set(at, text.isEmpty() ? noRecord : text);
    }

    /** What records are called, as far as the policy of the caller's key lets it be told. */
    private Map<Integer, Object> names(Records records) {
        return new DisplayNames(env, records.model()).of(records.ids());
    }

    private Object cell(Records record, FieldDef field) {
        Object value = field.name().equals(NAME) ? names(record).get(record.id()) : record.get(field.name());
        return switch (field.type()) {
            case BOOLEAN -> Boolean.TRUE.equals(value);
            case INTEGER, MANY2ONE_REFERENCE -> value == null ? 0 : value;
            case FLOAT, MONETARY -> value == null ? 0.0 : value;
            case SELECTION -> label(field, value);
            default -> value == null ? "" : FieldCodecs.of(field).toWire(value);
        };
    }

    private Object label(FieldDef field, Object value) {
        if (value == null) {
            return "";
        }
        boolean listed = field.selectionName().isEmpty() || env.version().has(GroupingMethods.FORMATTED);
        Optional<String> label = field.selection().stream()
                .filter(option -> listed && option.value().equals(value))
                .map(FieldDef.Option::label)
                .findFirst();
        return label.orElse(value.toString());
    }
}
