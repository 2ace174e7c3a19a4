package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.FileContent;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code ir.attachment}: files, kept in the database, and what is known of them. */
public final class AttachmentAddon implements Addon {
    static final String ATTACHMENT = "ir.attachment";
    private static final int SHORT_CHECKSUM = 8;
    private static final int URL_CHECKSUM = 18;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .hooks(ATTACHMENT, new AttachmentHooks())
                .compute(ATTACHMENT, List.of("datas"), List.of("file_size"), AttachmentAddon::base64)
                .compute(ATTACHMENT, List.of("raw"), List.of("file_size"), AttachmentAddon::raw)
                .inverse(ATTACHMENT, "raw", AttachmentAddon::keep)
                .inverse(ATTACHMENT, "datas", (records, value) -> {
                    // AttachmentHooks has turned it into raw bytes
                })
                .compute(ATTACHMENT, List.of("res_name"), List.of("res_model", "res_id"), AttachmentAddon::recordName)
                .computeEach(ATTACHMENT, "local_url", List.of("url", "checksum"), AttachmentAddon::localUrl)
                .compute(
                        ATTACHMENT, List.of("image_src"), List.of("mimetype", "url", "name"), AttachmentAddon::imageUrl)
                .method(ATTACHMENT, "generate_access_token", (self, arguments) -> {
                    List<Object> tokens = self.ids().stream()
                            .<Object>map(id -> UUID.randomUUID().toString())
                            .toList();
                    for (int i = 0; i < tokens.size(); i++) {
                        Records one = self.browse(self.ids().subList(i, i + 1));
                        one.write(Map.of("access_token", tokens.get(i)));
                    }
                    return tokens;
                });
        AttachmentSearch.register(behaviours);
    }

    /** The bytes of attachments by id; no entry where there are none. */
    static Map<Integer, byte[]> contents(Records attachments) {
        Map<Integer, byte[]> contents = new HashMap<>();
        attachments
                .env()
                .transaction()
                .query(
                        SqlFragment.of(
                                "SELECT id, coalesce(sandoo_content, db_datas) FROM ir_attachment WHERE id = ANY(?)",
                                SqlArray.ids(attachments.ids())),
                        row -> {
                            byte[] bytes = row.bytesOrNull(2);
                            if (bytes != null) {
                                contents.put(row.integer(1), bytes);
                            }
                            return bytes;
                        });
        return contents;
    }

    private static boolean sizesAsked(Records records, String field) {
        return records.env().context().isTrue("bin_size", false)
                || records.env().context().isTrue("bin_size_" + field, false);
    }

    /** Empty content is an empty text here, unlike in other binary fields. */
    private static void base64(Records attachments, Compute.Results results) {
        Map<Integer, byte[]> contents = contents(attachments);
        boolean sizes = sizesAsked(attachments, "datas");
        for (Integer id : attachments.ids()) {
            byte[] content = contents.getOrDefault(id, new byte[0]);
            results.set(
                    id,
                    "datas",
                    sizes
                            ? FileContent.size(content.length)
                            : Base64.getEncoder().encodeToString(content));
        }
    }

    private static void raw(Records attachments, Compute.Results results) {
        Map<Integer, byte[]> contents = contents(attachments);
        boolean sizes = sizesAsked(attachments, "raw");
        contents.forEach((id, content) -> {
            if (content.length > 0) {
                results.set(id, "raw", sizes ? FileContent.size(content.length) : text(content));
            }
        });
    }

    /** Bytes cross the wire as text here, and fail where they are none. */
    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            int position = firstWrong(content);
            throw PythonError.of(
                    "UnicodeDecodeError",
                    String.format(
                            "'utf-8' codec can't decode byte 0x%02x in position %d: invalid start byte",
                            content[position] & 0xff, position));
        }
    }

    private static int firstWrong(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(content.length), true);
        return Math.min(bytes.position(), content.length - 1);
    }

    private static void keep(Records attachments, Object value) {
        byte[] content = value instanceof byte[] bytes ? bytes : new byte[0];
        attachments
                .env()
                .transaction()
                .update(SqlFragment.of(
                        "UPDATE ir_attachment SET sandoo_content = ? WHERE id = ANY(?)",
                        content,
                        SqlArray.ids(attachments.ids())));
        attachments.forget();
    }

    private static void recordName(Records attachments, Compute.Results results) {
        for (Records one : attachments) {
            Records record = AttachmentHooks.record(one.env(), one.text("res_model"), one.integer("res_id"));
            if (record != null && !record.exists().isEmpty()) {
                results.set(one.id(), "res_name", record.sudo().get("display_name"));
            }
        }
    }

    private static Object localUrl(Records one) {
        String checksum = one.text("checksum").isEmpty() ? "False" : start(one.text("checksum"), URL_CHECKSUM);
        return one.text("url").isEmpty() ? "/web/image/" + one.id() + "?unique=" + checksum : one.text("url");
    }

    private static void imageUrl(Records attachments, Compute.Results results) {
        for (Records one : attachments) {
            if (one.text("mimetype").startsWith("image/")) {
                String name = start(one.text("checksum"), SHORT_CHECKSUM) + "/" + one.text("name");
                results.set(
                        one.id(),
                        "image_src",
                        one.text("type").equals("url") ? one.text("url") : "/web/image/" + one.id() + "-" + name);
            }
        }
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
