package dev.sandoo.server.orm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which kind of file a name or its first bytes stand for. Source: {@code ir.attachment.mimetype} of 19.0 and 14.0. */
public final class MimeTypes {
    /** What is neither named nor recognised. */
    public static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_SUFFIX = Map.ofEntries(
            Map.entry("aac", "audio/aac"),
            Map.entry("avi", "video/x-msvideo"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("bin", UNKNOWN),
            Map.entry("css", "text/css"),
            Map.entry("csv", "text/csv"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("epub", "application/epub+zip"),
            Map.entry("gif", "image/gif"),
            Map.entry("htm", "text/html"),
            Map.entry("html", "text/html"),
            Map.entry("ico", "image/vnd.microsoft.icon"),
            Map.entry("ics", "text/calendar"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("js", "text/javascript"),
            Map.entry("json", "application/json"),
            Map.entry("log", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("py", "text/x-python"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("tar", "application/x-tar"),
            Map.entry("tar.gz", "application/x-tar"),
            Map.entry("tgz", "application/x-tar"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("txt", "text/plain"),
            Map.entry("vcf", "text/vcard"),
            Map.entry("wav", "audio/x-wav"),
            Map.entry("webm", "video/webm"),
            Map.entry("webp", "image/webp"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("xml", "application/xml"),
            Map.entry("zip", "application/zip"));

    private MimeTypes() {}

    /** The type that a file name's suffix stands for; empty for one that is not known. */
    public static Optional<String> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        String suffix = lower.endsWith(".tar.gz") ? "tar.gz" : lower.substring(dot + 1);
        return dot < 0 ? Optional.empty() : Optional.ofNullable(BY_SUFFIX.get(suffix));
    }

    /** A name that ends as files of this type do; what ends in some way already stays as it is. */
    static String named(String name, String mimetype) {
        if (name.lastIndexOf('.') > 0) {
            return name;
        }
        String suffix = switch (mimetype) {
            case "image/jpeg" -> ".jpg";
            case "image/svg+xml" -> ".svg";
            case "text/plain" -> ".txt";
            case "application/pdf" -> ".pdf";
            case "image/png", "image/gif", "image/webp", "image/bmp" -> "." + mimetype.substring("image/".length());
            default -> "";
        };
        return name + suffix;
    }

    /** @param texts whether text and JSON count as kinds, which earlier versions do not know */
    static String ofContent(byte[] bytes, boolean texts) {
        String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF")) {
            return "application/pdf";
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return "image/gif";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        if (start.startsWith("BM")) {
            return "image/bmp";
        }
        if (start.stripLeading().startsWith("<svg") || start.startsWith("<?xml") && start.contains("<svg")) {
            return "image/svg+xml";
        }
        return texts ? ofText(bytes, start) : ofOther(start);
    }

    /** Odoo's own list takes any XML for a drawing and any archive for a zip where there is no library to ask. */
    private static String ofOther(String start) {
        if (start.startsWith("<?xml")) {
            return "image/svg+xml";
        }
        return start.startsWith("PK\u0003\u0004") ? "application/zip" : UNKNOWN;
    }

    private static String ofText(byte[] bytes, String start) {
        if (bytes.length < 2 || start.chars().anyMatch(c -> c < 0x20 && "\t\n\r\f".indexOf(c) < 0) || !isUtf8(bytes)) {
            return UNKNOWN;
        }
        String text = start.strip();
        if (start.startsWith("<?xml")) {
            return "text/xml";
        }
        if (text.startsWith("{") && text.endsWith("}") || text.startsWith("[") && text.endsWith("]")) {
            return "application/json";
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html") || lower.startsWith("<html") ? "text/html" : "text/plain";
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false; // a question, not a failure
        }
    }
}
