package dev.sandoo.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Odoo version and what sets it apart, read from {@code schema/<name>/version.json}.
 *
 * @param name the series, such as {@code 19.0}
 * @param serverVersion what {@code common.version} answers as {@code server_version}
 * @param serverVersionInfo {@code server_version_info}: numbers and texts
 * @param protocolVersion {@code protocol_version}
 * @param traits behaviour that this version has and others may not; code asks for a trait, never for a version
 * @param names lists of names of methods and fields, by key, that are treated alike
 * @param messages texts clients see, by key, with {@code %(name)s} placeholders
 */
public record OdooVersion(
        String name,
        String serverVersion,
        List<Object> serverVersionInfo,
        int protocolVersion,
        Set<String> traits,
        Map<String, Set<String>> names,
        Map<String, String> messages) {

    /** What keys of messages begin with that are the name of the Python class which gives a model a generic method. */
    public static final String CLASS_OF = "class.";

    private static final Pattern PLACEHOLDER = Pattern.compile("%\\((\\w+)\\)s");

    public OdooVersion {
        Objects.requireNonNull(name, "name");
        serverVersionInfo = List.copyOf(serverVersionInfo);
        traits = Set.copyOf(traits);
        names = Map.copyOf(names);
        messages = Map.copyOf(messages);
    }

    /** Whether this version behaves so; the names are listed in {@code version.json}. */
    public boolean has(String trait) {
        return traits.contains(trait);
    }

    /**
     * The names with this key.
     *
     * @throws IllegalArgumentException when the data has no such list
     */
    public Set<String> names(String key) {
        Set<String> list = names.get(key);
        if (list == null) {
            throw new IllegalArgumentException("no names " + key + " in version " + name);
        }
        return list;
    }

    /** The Python class that gives the model this generic method, where it is not the one that gives it to all models. */
    public Optional<String> classOf(String model, String method) {
        return Optional.ofNullable(messages.get(CLASS_OF + model + "." + method));
    }

    /**
     * The text with this key.
     *
     * @throws IllegalArgumentException when the data has none
     */
    public String message(String key) {
        String text = messages.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no message " + key + " in version " + name);
        }
        return text;
    }

    /**
     * The text with this key, its placeholders filled.
     *
     * @throws IllegalArgumentException when the data has no such text, or the text asks for a value that is not given
     */
    public String message(String key, Map<String, ?> values) {
        return PLACEHOLDER
                .matcher(message(key))
                .replaceAll(placeholder -> Matcher.quoteReplacement(value(key, placeholder.group(1), values)));
    }

    private static String value(String key, String name, Map<String, ?> values) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("message " + key + " asks for " + name);
        }
        return value.toString();
    }
}
