package dev.sandoo.server.db;

import dev.sandoo.server.sql.ColumnType;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The current row of a result; columns count from 1. Object getters answer null for NULL. Used by one thread at a time. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** An int column; 0 for NULL. */
    public int integer(int column) {
        return get(() -> result.getInt(column));
    }

    public Integer integerOrNull(int column) {
        return get(() -> {
            int value = result.getInt(column);
            return result.wasNull() ? null : value;
        });
    }

    public Long longOrNull(int column) {
        return get(() -> {
            long value = result.getLong(column);
            return result.wasNull() ? null : value;
        });
    }

    public Double doubleOrNull(int column) {
        return get(() -> {
            double value = result.getDouble(column);
            return result.wasNull() ? null : value;
        });
    }

    public BigDecimal decimalOrNull(int column) {
        return get(() -> result.getBigDecimal(column));
    }

    /** A boolean column; false for NULL. */
    public boolean bool(int column) {
        return get(() -> result.getBoolean(column));
    }

    public Boolean boolOrNull(int column) {
        return get(() -> {
            boolean value = result.getBoolean(column);
            return result.wasNull() ? null : value;
        });
    }

    /** The column as text; json and jsonb give their JSON text. */
    public String text(int column) {
        return get(() -> result.getString(column));
    }

    public LocalDate dateOrNull(int column) {
        return get(() -> result.getObject(column, LocalDate.class));
    }

    public LocalDateTime dateTimeOrNull(int column) {
        return get(() -> result.getObject(column, LocalDateTime.class));
    }

    public byte[] bytesOrNull(int column) {
        return get(() -> result.getBytes(column));
    }

    /** An {@code int4[]} column; empty for NULL. */
    public List<Integer> ids(int column) {
        return get(() -> {
            Array array = result.getArray(column);
            List<Integer> ids = new ArrayList<>();
            if (array != null) {
                for (Object element : (Object[]) array.getArray()) {
                    ids.add((Integer) element);
                }
            }
            return ids;
        });
    }

    /** A {@code text[]} column; empty for NULL. */
    public List<String> texts(int column) {
        return get(() -> {
            Array array = result.getArray(column);
            List<String> texts = new ArrayList<>();
            if (array != null) {
                for (Object element : (Object[]) array.getArray()) {
                    texts.add((String) element);
                }
            }
            return texts;
        });
    }

    /** The column as the Java type that stands for its column type (json as text); null for NULL. */
    public Object value(int column, ColumnType type) {
        return switch (type) {
            case BOOL -> boolOrNull(column);
            case INT4 -> integerOrNull(column);
            case FLOAT8 -> doubleOrNull(column);
            case NUMERIC -> decimalOrNull(column);
            case VARCHAR, TEXT, JSONB -> text(column);
            case DATE -> dateOrNull(column);
            case TIMESTAMP -> dateTimeOrNull(column);
            case BYTEA -> bytesOrNull(column);
        };
    }

    @FunctionalInterface
    private interface Getter<T> {
        T get() throws SQLException;
    }

    private static <T> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }
}
