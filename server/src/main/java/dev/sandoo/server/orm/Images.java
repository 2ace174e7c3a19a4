package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.error.UserError;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Pictures of records: {@code image_1920} and its smaller sisters are as many pixels wide or high at most as their names say.
 * Drawings (SVG) and WebP pass as they are.
 */
final class Images {
    private static final Pattern SIZED = Pattern.compile("image(?:_variant)?_(\\d+)");

    private Images() {}

    /** The most pixels of a picture field's longer side; empty for other fields. */
    static OptionalInt limit(FieldDef field) {
        Matcher matcher = SIZED.matcher(field.name());
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /**
     * The picture, made smaller where a side is too long.
     *
     * @throws UserError when the bytes are no picture
     */
    static byte[] fit(byte[] content, int limit) {
        if (passes(content)) {
            return content;
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            ImageReader reader = readers.next();
            reader.setInput(input);
            int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            return longer <= limit ? content : write(scaled(image, limit), reader.getFormatName());
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static boolean passes(byte[] content) {
        boolean webp = content.length > 12 && new String(content, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
        return webp || content.length > 0 && content[0] == '<';
    }

    private static UserError unreadable() {
        return new UserError("This file could not be decoded as an image file.");
    }

    private static BufferedImage scaled(BufferedImage image, int limit) {
        double factor = (double) limit / Math.max(image.getWidth(), image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage small =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            ImageIO.write(image, "png", bytes);
        }
        return bytes.toByteArray();
    }
}
