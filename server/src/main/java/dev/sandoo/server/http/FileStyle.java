package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.rpc.WebFile;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The headers that a version sends with a file. Source: wire_http content-session and image, and answers of both versions.
 *
 * @param plain whether only downloads are named and types have no character set, as up to 14.0
 */
record FileStyle(boolean plain) {
    static FileStyle of(OdooVersion version) {
        return new FileStyle(version.has("http.files-plain"));
    }

    /** What is asked beside the file itself. */
    record Request(Optional<String> name, boolean download, boolean unique, Optional<String> knownTag) {}

    /** The file with all that goes with it. */
    HttpAnswer answer(WebFile file, byte[] content, Request asked) {
        String tag = plain ? file.checksum() : '"' + file.checksum() + '"';
        HttpAnswer body = asked.knownTag().filter(tag::equals).isPresent()
                ? HttpAnswer.of(304, type(file.mimetype()), ByteBuffer.allocate(0))
                : HttpAnswer.of(200, type(file.mimetype()), ByteBuffer.wrap(content));
        HttpAnswer answer = body.with("X-Content-Type-Options", "nosniff").with("ETag", tag);
        return plain ? plain(answer, file, asked) : full(answer, file, asked);
    }

    private static HttpAnswer plain(HttpAnswer answer, WebFile file, Request asked) {
        HttpAnswer kept = answer.with("Cache-Control", asked.unique() ? "max-age=31536000" : "max-age=0");
        return asked.download()
                ? kept.with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()))
                : kept;
    }

    private static HttpAnswer full(HttpAnswer answer, WebFile file, Request asked) {
        String modified =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(file.modified().atOffset(ZoneOffset.UTC));
        return answer.with(
                        "Content-Disposition",
                        disposition(asked.download(), asked.name().orElse(file.name())))
                .with("Last-Modified", modified)
                .with("Cache-Control", asked.unique() ? "max-age=31536000, private, immutable" : "no-cache, private")
                .with("Content-Security-Policy", "default-src 'none'");
    }

    private String type(String mimetype) {
        return mimetype.startsWith("text/") && !plain ? mimetype + "; charset=utf-8" : mimetype;
    }

    /** A name of letters, digits and a few signs stands for itself, others in quotes; beyond ASCII it is said twice. */
    static String disposition(boolean download, String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[^\\x20-\\x7e]", "");
        String shown = ascii.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
                ? ascii
                : '"' + ascii.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        String text = (download ? "attachment" : "inline") + "; filename=" + shown;
        return ascii.equals(name) ? text : text + "; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
