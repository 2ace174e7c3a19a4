package dev.sandoo.server.orm;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record as rows state it.
 *
 * @param index its place among the records, from 0
 * @param cells what stands under each name: a cell, or for relational fields a list of records by the rest of the path; the
 *     empty name stands for a record's name
 * @param from the first of its rows
 * @param to the last of its rows
 */
record ImportRecord(int index, Map<String, Object> cells, int from, int to) {
    /** As messages tell it. */
    Map<String, Object> rows() {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("from", from);
        rows.put("to", to);
        return rows;
    }
}
