package dev.sandoo.server.http;

import dev.sandoo.server.rpc.WebFiles.Frame;
import dev.sandoo.server.rpc.WebFiles.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path after {@code /web/content} or {@code /web/image} asks for, its query included: an attachment by id, or a field of a
 * record; then a size, then a name for the file.
 *
 * @param unique whether the path names one state of the file, which may be kept for long
 */
record FilePath(Optional<Wanted> wanted, Frame frame, Optional<String> name, boolean unique) {
    private static final String ATTACHMENT = "ir.attachment";
    private static final Pattern ID = Pattern.compile("(\\d{1,9})(-[^/]*)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})x(\\d{1,4})");

    /**
     * Reads a path.
     *
     * @param segments those after the two that lead here
     * @param field the field that is meant when none is named
     */
    static FilePath of(List<String> segments, Map<String, String> query, String field) {
        List<String> rest = new ArrayList<>(segments);
        rest.removeIf(String::isEmpty);
        String token = query.getOrDefault("access_token", "");
        String model = query.getOrDefault("model", ATTACHMENT);
        String id = query.getOrDefault("id", "");
        String name = query.getOrDefault("field", field);
        if (!rest.isEmpty() && ID.matcher(rest.get(0)).matches()) {
            id = rest.remove(0);
        } else if (rest.size() >= 3) {
            model = rest.remove(0);
            id = rest.remove(0);
            name = rest.remove(0);
        } else if (!rest.isEmpty()) {
            return new FilePath(Optional.empty(), frame(rest, query), Optional.empty(), false);
        }
        Matcher number = ID.matcher(id);
        boolean known = number.matches();
        Optional<Wanted> wanted = known
                ? Optional.of(new Wanted(model, Integer.parseInt(number.group(1)), name, token))
                : Optional.empty();
        boolean unique = known && number.group(2) != null || query.containsKey("unique");
        Frame frame = frame(rest, query);
        Optional<String> file = rest.isEmpty() ? Optional.ofNullable(query.get("filename")) : Optional.of(rest.get(0));
        return new FilePath(wanted, frame, file, unique);
    }

    /** The size in the path, which is taken off it, or else in the query. */
    private static Frame frame(List<String> rest, Map<String, String> query) {
        boolean cropped = isOn(query.getOrDefault("crop", ""));
        Matcher size = SIZE.matcher(rest.isEmpty() ? "" : rest.get(0));
        if (size.matches()) {
            rest.remove(0);
            return new Frame(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), cropped);
        }
        return new Frame(number(query.get("width")), number(query.get("height")), cropped);
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    static boolean isOn(String flag) {
        return !flag.isEmpty() && !flag.equals("0") && !flag.equalsIgnoreCase("false");
    }
}
