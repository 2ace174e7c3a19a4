package dev.sandoo.server.db;

import dev.sandoo.server.sql.ColumnType;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PGobject;

/**
 * The current row of a result; columns count from 1. Object getters answer null for NULL. Used by one thread at a
 * time.
 */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** An int column; 0 for NULL. */
    public int integer(int column) {
        try {
            return result.getInt(column);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    public Integer integerOrNull(int column) {
        try {
            int value = result.getInt(column);
            return result.wasNull() ? null : value;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    public Long longOrNull(int column) {
        try {
            long value = result.getLong(column);
            return result.wasNull() ? null : value;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    public Double doubleOrNull(int column) {
        try {
            double value = result.getDouble(column);
            return result.wasNull() ? null : value;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    public BigDecimal decimalOrNull(int column) {
        try {
            return result.getBigDecimal(column);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** A boolean column; false for NULL. */
    public boolean bool(int column) {
        try {
            return result.getBoolean(column);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    public Boolean boolOrNull(int column) {
        try {
            boolean value = result.getBoolean(column);
            return result.wasNull() ? null : value;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** The column as text; json and jsonb give their JSON text. */
    public String text(int column) {
        try {
            return result.getString(column);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    public LocalDate dateOrNull(int column) {
        try {
            return result.getObject(column, LocalDate.class);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    public LocalDateTime dateTimeOrNull(int column) {
        try {
            return result.getObject(column, LocalDateTime.class);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    public byte[] bytesOrNull(int column) {
        try {
            return result.getBytes(column);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** An {@code int4[]} column; empty for NULL. */
    public List<Integer> ids(int column) {
        return elements(column, Integer.class);
    }

    /** A {@code text[]} column; empty for NULL. */
    public List<String> texts(int column) {
        return elements(column, String.class);
    }

    /** A {@code timestamp[]} column, empty for its NULLs; empty for NULL. */
    public List<Optional<LocalDateTime>> dateTimes(int column) {
        return elements(column, Timestamp.class).stream()
                .map(moment -> Optional.ofNullable(moment).map(Timestamp::toLocalDateTime))
                .toList();
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

    /**
     * The column as the Java type that stands for its SQL type, whatever that is: numbers, texts, booleans, dates,
     * and lists of them for arrays; null for NULL.
     */
    public Object value(int column) {
        try {
            Object value = result.getObject(column);
            return value instanceof Timestamp ? dateTimeOrNull(column) : plain(value);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** All columns so, in order; unmodifiable. */
    List<Object> values() {
        try {
            List<Object> values = new ArrayList<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                values.add(value(column));
            }
            return Collections.unmodifiableList(values);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof Array array) {
            List<Object> elements = new ArrayList<>();
            for (Object element : (Object[]) array.getArray()) {
                elements.add(plain(element));
            }
            return Collections.unmodifiableList(elements);
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        if (value instanceof Timestamp moment) {
            return moment.toLocalDateTime();
        }
        return value instanceof PGobject object ? object.getValue() : value;
    }

    private <T> List<T> elements(int column, Class<T> type) {
        try {
            Array array = result.getArray(column);
            List<T> elements = new ArrayList<>();
            if (array != null) {
                for (Object element : (Object[]) array.getArray()) {
                    elements.add(type.cast(element));
                }
            }
            return elements;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }
}
