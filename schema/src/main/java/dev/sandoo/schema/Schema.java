package dev.sandoo.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything a server must know of a version's models while it runs. Base records, rights, rules and external ids are data
 * of the database and are read only when its template is built.
 *
 * @param baseMethods the public methods that every model has
 * @param hash changes whenever the data changes; names the template database
 */
public record Schema(
        OdooVersion version, Map<String, ModelDef> models, Map<String, MethodSignature> baseMethods, String hash) {
    public Schema {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        baseMethods = Collections.unmodifiableMap(new LinkedHashMap<>(baseMethods));
    }
}
