package dev.sandoo.server;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.orm.Behaviours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which fields hold, follow, compute or miss their value and which methods run, out of schema and behaviours. */
final class CoverageDocument {
    private static final String INTRODUCTION = """
            # Coverage

            Generated from the code by `CoverageDocumentTest`, which also checks it; don't edit it by hand.

            Every model and field of a fresh Odoo database is known: `fields_get`, domains, defaults and rights work for all of
            them. A field's value is **kept** (a column), **followed** (related, or of a model it inherits) or **computed**. The
            others are listed: when stored they hold what was last written to them, else they read as empty. Generic methods
            (`create`, `search_read`, …) work for every model; the other public methods either run or answer that they are not
            emulated.

            ## Known differences

            Where the generic model layer is known to answer otherwise than Odoo, and why:

            - **The first of several missing required fields** is told in the order of the fields' names; Odoo tells it in the order in
              which its code declares them, which it does not show.
            - **PostgreSQL's errors** are told without the line of SQL that Odoo repeats: the statements differ.
            - **TypeErrors of 19.0** name the class that has the method for the models and methods in `schema/19.0/classes.json`, and
              `BaseModel` for others.
            - **Constraints that Odoo's code checks** are held where they are known; not yet: the country of tax groups and fiscal positions,
              dates of pricelist rules, prepayment percents, terms with early discount, badge ids, overlapping account groups, units without a
              reference.
            - **What Odoo makes along with a record** is missing for some: the locations of a warehouse, the hours of a working schedule, the
              code of a copied journal, the members of a channel.
            - **Views** (`get_view`, `fields_view_get`) are shown as they were written, or plain; views do not extend one another, since
              the views of Odoo's apps are not part of Sandoo.
            - **HTML** that is broken (tags that nobody closed or opened) is mended as browsers do it, Odoo's parser mends some of it
              otherwise; quotations get no marks.
            - **14.0**: empty texts for dates are taken as no value on creating, where PostgreSQL refuses them; a text for a many2one
              that is a number is taken for the id; one2manys are searched by their names only where 19.0 does so.
            - **`onchange`** answers the defaults of a new record; what the fields of a form do to one another is not computed.
            - **Records that are not saved** (id `false` or 0) read as defaults without computed fields, and cannot be copied or exported.
            - **Timed jobs** (`ir.cron`) run when they are triggered, never by themselves.
            """;

    /** Computed for every model by the ORM itself. */
    private static final Set<String> GENERIC = Set.of("display_name", "__last_update");

    private final Schema schema;
    private final Behaviours behaviours;

    private CoverageDocument(Schema schema, Behaviours behaviours) {
        this.schema = schema;
        this.behaviours = behaviours;
    }

    /** The document for these versions. */
    static String of(List<Schema> schemas, Behaviours behaviours) {
        return INTRODUCTION
                + schemas.stream()
                        .map(schema -> new CoverageDocument(schema, behaviours).section())
                        .collect(Collectors.joining());
    }

    private String section() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("## Odoo " + schema.version().name());
        lines.add("");
        lines.add("| | |");
        lines.add("|---|---:|");
        lines.add("| models | " + schema.models().size() + " |");
        lines.add("| fields | " + fields() + " |");
        for (Origin origin : Origin.values()) {
            lines.add("| fields " + origin.words + " | " + count(origin) + " |");
        }
        lines.add("| public methods, besides those every model has | " + methods() + " |");
        lines.add("| of these emulated | " + emulated() + " |");
        lines.add("");
        lines.add("| Model | Fields | Neither kept, followed nor computed | Methods that run | Not emulated |");
        lines.add("|---|---:|---|---|---:|");
        schema.models().values().forEach(model -> lines.add(row(model)));
        return String.join("\n", lines) + "\n";
    }

    private enum Origin {
        KEPT("kept"),
        FOLLOWED("followed"),
        COMPUTED("computed"),
        AS_WRITTEN("not computed, but as last written"),
        EMPTY("not computed, so empty");

        private final String words;

        Origin(String words) {
            this.words = words;
        }
    }

    private Origin origin(ModelDef model, FieldDef field) {
        if (GENERIC.contains(field.name())
                || behaviours.compute(model.name(), field.name()).isPresent()) {
            return Origin.COMPUTED;
        }
        if (field.computation().isEmpty()) {
            return Origin.KEPT;
        }
        FieldDef.Computation computation = field.computation().get();
        if (computation.related().isPresent() || computation.inherited()) {
            return Origin.FOLLOWED;
        }
        return field.stored() ? Origin.AS_WRITTEN : Origin.EMPTY;
    }

    private String row(ModelDef model) {
        String missing = model.fields().values().stream()
                .filter(field -> isMissing(origin(model, field)))
                .map(FieldDef::name)
                .collect(Collectors.joining(", "));
        Collection<String> own = model.methods().keySet();
        List<String> run = own.stream().filter(name -> isEmulated(model, name)).toList();
        return "| `%s` | %d | %s | %s | %d |"
                .formatted(
                        model.name(), model.fields().size(), missing, String.join(", ", run), own.size() - run.size());
    }

    private static boolean isMissing(Origin origin) {
        return origin == Origin.AS_WRITTEN || origin == Origin.EMPTY;
    }

    private boolean isEmulated(ModelDef model, String method) {
        return behaviours.method(model.name(), method).isPresent();
    }

    private long count(Origin origin) {
        return schema.models().values().stream()
                .flatMap(model -> model.fields().values().stream().filter(field -> origin(model, field) == origin))
                .count();
    }

    private long fields() {
        return schema.models().values().stream()
                .mapToLong(model -> model.fields().size())
                .sum();
    }

    private long methods() {
        return schema.models().values().stream()
                .mapToLong(model -> model.methods().size())
                .sum();
    }

    private long emulated() {
        return schema.models().values().stream()
                .mapToLong(model -> model.methods().keySet().stream()
                        .filter(name -> isEmulated(model, name))
                        .count())
                .sum();
    }
}
