package dev.sandoo.server.addons;

import dev.sandoo.server.TestModels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short forms of the calls that tests of business apps make. */
public final class TestCalls implements AutoCloseable {
    private final TestModels models;

    public TestCalls(String version) {
        models = new TestModels(version);
    }

    /** Calls a method of records. */
    public Object on(String model, String method, int... ids) {
        List<Integer> all = new ArrayList<>();
        for (int id : ids) {
            all.add(id);
        }
        return models.call(model, method, List.of(all), Map.of());
    }

    public Object call(String model, String method, List<?> args, Map<String, ?> kwargs) {
        return models.call(model, method, args, kwargs);
    }

    public Object in(Map<String, ?> context, String model, String method, Object... args) {
        return models.call(model, method, List.of(args), Map.of("context", context));
    }

    public int create(String model, Map<String, ?> values) {
        return (Integer) models.call(model, "create", List.of(values), Map.of());
    }

    /** Copies a record; the id of the copy. */
    public int copy(String model, int id) {
        Object copied = on(model, "copy", id);
        return (Integer) (copied instanceof List<?> ids ? ids.get(0) : copied);
    }

    public void unlink(String model, int... ids) {
        on(model, "unlink", ids);
    }

    public void write(String model, int id, Map<String, ?> values) {
        models.call(model, "write", List.of(List.of(id), values), Map.of());
    }

    /** The value of a field of a record. */
    public Object get(String model, int id, String field) {
        Object rows = models.call(model, "read", List.of(List.of(id), List.of(field)), Map.of("load", ""));
        return ((Map<?, ?>) ((List<?>) rows).get(0)).get(field);
    }

    /** The ids of the records for which the field has the value, in the order they were made. */
    public List<?> ids(String model, String field, Object value) {
        return (List<?>)
                models.call(model, "search", List.of(List.of(List.of(field, "=", value))), Map.of("order", "id"));
    }

    /** How many statements a call takes. */
    public int statements(String model, String method, Object... args) {
        return models.costOf(model, method, List.of(args), Map.of()).statements();
    }

    /** The values of a product that is kept in stock. */
    public int storable(String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("type", "consu");
        values.put("is_storable", true);
        values.put("standard_price", 4);
        values.put("supplier_taxes_id", List.of(List.of(6, 0, List.of())));
        values.put("taxes_id", List.of(List.of(6, 0, List.of())));
        return create("product.product", values);
    }

    @Override
    public void close() {
        models.close();
    }
}
