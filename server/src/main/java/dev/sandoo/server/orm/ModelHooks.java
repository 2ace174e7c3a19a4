package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a model does around creating, writing, copying and deleting. Values are wire values; maps may be changed in place. */
public interface ModelHooks {
    /** After {@code default_get} has gathered what the fields named are worth; {@code values} are its answer. */
    default void afterDefaultGet(Environment env, List<String> fields, Map<String, Object> values) {}

    /** Before records are created, with nothing but what was given. */
    default void beforeDefaults(Environment env, List<Map<String, Object>> values) {}

    /** Before records are created; defaults are filled in already. */
    default void beforeCreate(Environment env, List<Map<String, Object>> values) {}

    /** After records were created and their stored fields computed; {@code values} in the order of the records. */
    default void afterCreate(Records created, List<Map<String, Object>> values) {}

    /** Before values are written to records. */
    default void beforeWrite(Records records, Map<String, Object> values) {}

    /** After values were written and stored fields computed. */
    default void afterWrite(Records records, Map<String, Object> values) {}

    /** Before any of these fields of records change by a write, be it one without hooks. */
    default void beforeChange(Records records, Set<String> names) {}

    /**
     * Before a stored field of records changes because it is computed anew.
     *
     * @param before what the field still holds, as record values by id
     */
    default void beforeRecompute(Records records, FieldDef field, Map<Integer, Object> before) {}

    /** Before records are deleted. */
    default void beforeUnlink(Records records) {}

    /** Before a copy is created from the values of a record; {@code given} are the caller's own defaults. */
    default void beforeCopy(Records original, Map<String, Object> values, Map<String, Object> given) {}
}
