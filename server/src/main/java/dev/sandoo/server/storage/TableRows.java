package dev.sandoo.server.storage;

import java.util.List;

/** Rows for one table, values in the order of the columns; null is NULL. */
record TableRows(String table, List<String> columns, List<Object[]> rows) {}
