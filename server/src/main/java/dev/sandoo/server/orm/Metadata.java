package dev.sandoo.server.orm;

import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who made and changed records, and their external ids. */
final class Metadata {
    private static final List<String> LOG = List.of("create_uid", "create_date", "write_uid", "write_date");

    private Metadata() {}

    private record ExternalName(String name, boolean noUpdate) {}

    static Object call(Records self, Arguments arguments) {
        Environment env = self.env();
        new Rights(env).checkModelForKey(self.model());
        Read read = new Read(env, self.model(), "_classic_read");
        List<String> names = self.model().hasLog() ? LOG : List.of();
        Map<Integer, List<ExternalName>> external = external(self);
        List<Object> rows = new ArrayList<>();
        List<Integer> ids = new Rights(env).readable(self.model(), self.ids());
        for (Object row : names.isEmpty() ? read.rows(ids, List.of()) : read.rows(ids, read.fields(names))) {
            @SuppressWarnings("unchecked")
            Map<String, Object> values = new LinkedHashMap<>((Map<String, Object>) row);
            // What the policy of a key keeps back is there, and empty.
            names.forEach(name -> values.putIfAbsent(name, false));
            describe(env, values, external.getOrDefault(values.get("id"), List.of()));
            rows.add(values);
        }
        WireIds written = env.state().wireIds();
        return written.arePlain(self.ids()) ? rows : written.rows(self.ids(), rows, unsaved(env, names));
    }

    private static Map<String, Object> unsaved(Environment env, List<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, false));
        describe(env, values, List.of());
        return values;
    }

    /** The first external id is the one that is shown; all of them are listed since 15.0. */
    private static void describe(Environment env, Map<String, Object> values, List<ExternalName> names) {
        values.put("xmlid", names.isEmpty() ? false : names.get(0).name());
        values.put("noupdate", !names.isEmpty() && names.get(0).noUpdate());
        if (!env.version().has("metadata.all-external-ids")) {
            return;
        }
        List<Object> all = new ArrayList<>();
        for (ExternalName name : names) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("xmlid", name.name());
            one.put("noupdate", name.noUpdate());
            all.add(one);
        }
        values.put("xmlids", all);
    }

    /** External ids by id: JSON makes texts of the keys, XML-RPC cannot send them. */
    static Object externalIds(Records self, Arguments arguments) {
        new Rights(self.env()).checkModelForKey(self.model());
        Map<Integer, List<ExternalName>> external =
                external(self.browse(new Rights(self.env()).known(self.model(), self.ids())));
        Map<Integer, Object> names = new LinkedHashMap<>();
        for (Integer id : self.ids()) {
            List<ExternalName> own = external.getOrDefault(id, List.of());
            names.put(id, own.isEmpty() ? "" : own.get(0).name());
        }
        return names;
    }

    private static Map<Integer, List<ExternalName>> external(Records self) {
        Map<Integer, List<ExternalName>> names = new LinkedHashMap<>();
        self.env()
                .transaction()
                .query(
                        SqlFragment.of(
                                "SELECT res_id, module || '.' || name, COALESCE(noupdate, FALSE) FROM ir_model_data"
                                        + " WHERE model = ? AND res_id = ANY(?) ORDER BY id",
                                self.model().name(),
                                SqlArray.ids(self.ids())),
                        row -> names.computeIfAbsent(row.integer(1), id -> new ArrayList<>())
                                .add(new ExternalName(row.text(2), row.bool(3))));
        return names;
    }
}
