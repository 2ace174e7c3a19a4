package dev.sandoo.server.sql;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;

/**
 * An array bound as one value.
 *
 * @param elementType PostgreSQL's name of the elements' type, such as {@code int4} or {@code text}
 * @param elements boxed values; may contain null
 */
public record SqlArray(String elementType, Object[] elements) {
    public SqlArray {
        Objects.requireNonNull(elementType, "elementType");
        elements = elements.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlArray array
                && elementType.equals(array.elementType)
                && Arrays.equals(elements, array.elements);
    }

    @Override
    public int hashCode() {
        return 31 * elementType.hashCode() + Arrays.hashCode(elements);
    }

    /** Record ids, for {@code = ANY(?)}. */
    public static SqlArray ids(Collection<Integer> ids) {
        return new SqlArray("int4", ids.toArray());
    }

    /** Texts, for {@code = ANY(?)}. */
    public static SqlArray texts(Collection<String> texts) {
        return new SqlArray("text", texts.toArray());
    }
}
