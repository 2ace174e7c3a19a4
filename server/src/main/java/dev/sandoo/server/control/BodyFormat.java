package dev.sandoo.server.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.sandoo.server.document.SyntaxReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads bodies into records, and says which of their fields is wrong. */
final class BodyFormat {
    private static final byte[] EMPTY_OBJECT = {'{', '}'};
    private static final List<String> MISSING = List.of("Missing required creator property", "Cannot map `null`");

    private BodyFormat() {}

    /**
     * The record that a body describes. No body at all is an empty object.
     *
     * @throws ControlException that names the field, or the line when the body is broken
     */
    static <T> T read(RawBody body, Class<T> type) {
        if (body.bytes().length == 0) {
            return read(ControlJson.JSON, EMPTY_OBJECT, type);
        }
        return read(mapper(body.mediaType()), body.bytes(), type);
    }

    private static <T> T read(ObjectMapper mapper, byte[] bytes, Class<T> type) {
        try {
            T read = mapper.readValue(bytes, type);
            if (read == null) {
                throw ControlException.invalid("", "is null and must be an object");
            }
            return read;
        } catch (JsonMappingException e) {
            throw ControlException.invalid(pointer(e), fault(e));
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory can always be read
        }
    }

    private static ObjectMapper mapper(String mediaType) {
        return switch (mediaType) {
            case "application/json" -> ControlJson.JSON;
            case "", "application/x-www-form-urlencoded", "text/plain" ->
                ControlJson.JSON; // of tools that were told none
            case "application/yaml", "application/x-yaml", "text/yaml" -> ControlJson.YAML;
            default ->
                throw new ControlException(
                        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                        "send the body as application/json or application/yaml"
                                + (mediaType.isEmpty() ? "" : ", not as " + mediaType));
        };
    }

    private static ControlException malformed(JsonProcessingException error) {
        String place = error.getLocation() == null
                ? ""
                : "line " + error.getLocation().getLineNr() + ", column "
                        + error.getLocation().getColumnNr() + ": ";
        return new ControlException(ProblemKind.MALFORMED_BODY, place + SyntaxReason.of(error));
    }

    private static String pointer(JsonMappingException error) {
        return error.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String fault(JsonMappingException error) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            return "there is no such field; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (error instanceof ValueInstantiationException && error.getCause() != null) {
            return error.getCause().getMessage();
        }
        if (error instanceof InvalidFormatException wrong) {
            return "\"" + wrong.getValue() + "\" is not " + JsonSchemas.words(wrong.getTargetType());
        }
        if (error instanceof MismatchedInputException mismatch) {
            return MISSING.stream().anyMatch(SyntaxReason.of(error)::startsWith)
                    ? "is missing"
                    : "must be " + JsonSchemas.words(mismatch.getTargetType());
        }
        return SyntaxReason.of(error);
    }
}
