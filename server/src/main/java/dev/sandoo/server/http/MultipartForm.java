package dev.sandoo.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sandoo.server.rpc.WebFiles.Upload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form whose fields are parts of the body, as browsers send files. What is no part is passed over. */
record MultipartForm(Map<String, String> fields, List<Upload> files) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("[; ]filename=\"([^\"]*)\"");
    private static final String HEAD_END = "\r\n\r\n";

    /** Reads a body with the boundary that its type names. */
    static MultipartForm of(String contentType, byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<Upload> files = new ArrayList<>();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return new MultipartForm(fields, files);
        }
        // One character a byte: positions in the text are positions in the body.
        String text = new String(body, ISO_8859_1);
        String mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        int start = text.indexOf(mark);
        while (start >= 0) {
            int next = text.indexOf("\r\n" + mark, start + mark.length());
            int head = text.indexOf(HEAD_END, start);
            if (next < 0 || head < 0 || head > next) {
                break;
            }
            String headers = new String(text.substring(start, head).getBytes(ISO_8859_1), UTF_8);
            byte[] content = Arrays.copyOfRange(body, Math.min(head + HEAD_END.length(), next), next);
            add(headers, content, fields, files);
            start = next + 2;
        }
        return new MultipartForm(fields, files);
    }

    private static void add(String headers, byte[] content, Map<String, String> fields, List<Upload> files) {
        Matcher name = NAME.matcher(headers);
        Matcher file = FILE.matcher(headers);
        if (file.find()) {
            files.add(new Upload(file.group(1), content));
        } else if (name.find()) {
            fields.put(name.group(1), new String(content, UTF_8));
        }
    }
}
