package dev.sandoo.server.error;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A dictionary of Odoo's own class, which JSON takes for a plain one and XML-RPC cannot send. Source: {@code context_get} asked
 * of a real 14.0.
 */
public final class FrozenDict extends AbstractMap<String, Object> {
    private final Map<String, Object> values;

    public FrozenDict(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return values.entrySet();
    }

    /** The error of sending it where it cannot be sent. */
    public static PythonError unmarshallable() {
        return PythonError.typeError("cannot marshal <class 'odoo.tools.misc.frozendict'> objects");
    }
}
