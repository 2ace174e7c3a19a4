package dev.sandoo.server.orm;

import dev.sandoo.schema.OdooVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of a file and what an attachment says of them. Source: {@code ir.attachment} of 19.0 and 14.0 over XML-RPC. */
public record FileContent(byte[] bytes) {
    private static final Pattern WORDS = Pattern.compile("[^\\x00-\\x1F\\x7F-\\xFF]{4,}");
    private static final String[] UNITS = {"bytes", "Kb", "Mb", "Gb", "Tb", "Pb", "Eb", "Zb", "Yb"};

    /** The SHA-1 of the bytes in hex. */
    public String checksum() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** The mimetype that the bytes tell. */
    public String mimetype(OdooVersion version) {
        return MimeTypes.ofContent(bytes, version.has("attachments.text-recognised"));
    }

    /** What a search for text goes by: the words of a text; of other files the earlier version has the kind, the later nothing. */
    public Object index(OdooVersion version, String mimetype) {
        if (bytes.length == 0) {
            return false;
        }
        if (!mimetype.startsWith("text/")) {
            String kind = mimetype.substring(0, Math.max(0, mimetype.indexOf('/')));
            return version.has("attachments.text-recognised") ? false : kind;
        }
        StringBuilder words = new StringBuilder();
        Matcher matcher = WORDS.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            words.append(words.length() == 0 ? "" : "\n").append(matcher.group());
        }
        return words.toString();
    }

    /** A size for people, such as {@code 5.99 Kb}. */
    public static String size(long count) {
        double size = count;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.2f %s", size, UNITS[unit]);
    }
}
