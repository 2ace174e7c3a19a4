package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.RecordsText;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What Odoo's recordsets do for Python, and what the earlier version lets clients call: the answers are records, which JSON
 * shows as text and XML-RPC cannot send. Source: recorded scenario orm_names/methods-of-recordsets.
 */
public final class RecordsetMethods implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        String any = Behaviours.ANY_MODEL;
        behaviours
                .method(any, "mapped", RecordsetMethods::mapped)
                .method(any, "filtered", RecordsetMethods::filtered)
                .method(any, "filtered_domain", RecordsetMethods::filteredDomain)
                .method(any, "sorted", RecordsetMethods::sorted)
                .method(any, "ensure_one", RecordsetMethods::ensureOne)
                .method(any, "update", RecordsetMethods::update)
                .method(
                        any,
                        "browse",
                        (self, arguments) ->
                                text(self.browse(RecordIds.in(self.env()).of(arguments.get("ids")))))
                .method(any, "sudo", (self, arguments) -> text(self))
                .method(any, "with_context", (self, arguments) -> text(self))
                .method(any, "union", (self, arguments) -> text(self))
                .method(any, "concat", (self, arguments) -> text(self));
    }

    private static RecordsText text(Records records) {
        return new RecordsText(records.model().name(), records.describe());
    }

    private static void requireReadable(Records self) {
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        new Rights(self.env()).checkRecords(self.model(), Operation.READ, self.ids());
    }

    private static Object mapped(Records self, Arguments arguments) {
        requireReadable(self);
        String path = String.valueOf(arguments.get("func"));
        SearchedFields.checkPath(self.env(), self.model(), path);
        int dot = path.lastIndexOf('.');
        Records owners = dot < 0 ? self : self.records(path.substring(0, dot));
        FieldDef field = owners.field(path.substring(dot + 1));
        if (field.type().isRelational()) {
            return text(owners.records(field.name()));
        }
        List<Object> values = new ArrayList<>();
        owners.values(field.name())
                .values()
                .forEach(value -> values.add(FieldCodecs.of(field).toWire(value)));
        return values;
    }

    private static Object filtered(Records self, Arguments arguments) {
        requireReadable(self);
        String path = String.valueOf(arguments.get("func"));
        SearchedFields.checkPath(self.env(), self.model(), path);
        return text(self.filter(one -> PythonValues.isTrue(one.get(path))));
    }

    private static Object filteredDomain(Records self, Arguments arguments) {
        requireReadable(self);
        Environment all = self.env().with("active_test", false);
        Condition condition = GenericMethods.condition(self.env(), arguments.get("domain"));
        Search search = new Search(all, self.model());
        List<Integer> kept = KeyGate.of(self.env()).isPresent()
                ? search.askedWithin(condition, self.ids())
                : search.within(condition, self.ids());
        return text(self.browse(kept));
    }

    private static Object sorted(Records self, Arguments arguments) {
        requireReadable(self);
        Object key = arguments.get("key");
        List<Integer> ids = new ArrayList<>(self.ids());
        if (key instanceof String name) {
            SearchedFields.checkPath(self.env(), self.model(), name);
            Map<Integer, Object> values = self.values(name);
            ids.sort(Comparator.comparing(values::get, RecordsetMethods::compare));
        } else {
            ids = new ArrayList<>(new Search(self.env().with("active_test", false), self.model())
                    .ids(Condition.term("id", Operator.IN, new ArrayList<Object>(ids)), Page.ALL));
        }
        if (arguments.isTrue("reverse")) {
            Collections.reverse(ids);
        }
        return text(self.browse(ids));
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return ((Comparable<Object>) one).compareTo(other);
    }

    private static Object ensureOne(Records self, Arguments arguments) {
        if (self.size() != 1) {
            throw PythonError.valueError("Expected singleton: " + self.describe());
        }
        return text(self);
    }

    private static Object update(Records self, Arguments arguments) {
        for (Records one : self) {
            one.write(arguments.map("values"));
        }
        return null;
    }
}
