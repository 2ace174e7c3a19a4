package dev.sandoo.server.rpc;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The arguments of a method of the service {@code db} after the master password, as wire values. */
record DatabaseArguments(List<Object> values) {
    private static final String ADMIN = "admin";

    /** What was given as text; a client that gives something else meant no text. */
    String text(int index) {
        return values.size() > index && values.get(index) instanceof String text ? text : "";
    }

    /** A list of texts. */
    List<String> texts(int index) {
        if (!(values.get(index) instanceof Collection<?> items)) {
            throw PythonError.typeError("'" + PythonRepr.typeName(values.get(index)) + "' object is not iterable");
        }
        return items.stream().map(PythonRepr::text).toList();
    }

    /** A file as base64, which clients break into lines at times, or as bytes. */
    byte[] bytes(int index) {
        if (values.get(index) instanceof byte[] bytes) {
            return decoded(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return decoded(text(index));
    }

    DatabaseOperations.Restored restored(int index) {
        boolean copy = values.size() > index && PythonValue.isTrue(values.get(index));
        return copy ? DatabaseOperations.Restored.AS_COPY : DatabaseOperations.Restored.AS_MOVED;
    }

    /** Name, demo, language, then what may be left out: password, login, country and telephone number. */
    NewDatabase newDatabase() {
        return new NewDatabase(
                text(0),
                PythonValue.isTrue(values.get(1)),
                text(2).isEmpty() ? "en_US" : text(2),
                or(4, ADMIN),
                or(3, ADMIN),
                Optional.of(text(5)),
                Optional.of(text(6)));
    }

    private String or(int index, String otherwise) {
        return values.size() > index ? text(index) : otherwise;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException error) {
            return new byte[0]; // no zip file, as will be told
        }
    }
}
