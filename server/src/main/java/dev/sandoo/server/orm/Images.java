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
public final class Images {
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

    /**
     * The picture within a frame, never enlarged; what is no picture comes back as it is.
     *
     * @param width the most pixels; 0 for as many as there are
     * @param height the same
     * @param fit whether all of it is shown, or what lies in its middle fills the frame
     */
    public static byte[] within(byte[] content, int width, int height, Fit fit) {
        if (width == 0 && height == 0 || passes(content)) {
            return content;
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return content;
            }
            ImageReader reader = readers.next();
            reader.setInput(input);
            BufferedImage image = reader.read(0);
            int wide = width == 0 ? image.getWidth() : width;
            int high = height == 0 ? image.getHeight() : height;
            BufferedImage cut = fit == Fit.CROPPED ? middle(image, wide, high) : image;
            double factor = Math.min((double) wide / cut.getWidth(), (double) high / cut.getHeight());
            return factor >= 1 && cut == image
                    ? content
                    : write(scaled(cut, Math.min(factor, 1)), reader.getFormatName());
        } catch (IOException | RuntimeException e) {
            return content;
        }
    }

    /** How a picture is brought into a frame. */
    public enum Fit {
        WHOLE,
        CROPPED
    }

    /** The largest part around the middle that is as wide for its height as the frame. */
    private static BufferedImage middle(BufferedImage image, int width, int height) {
        double ratio = (double) width / height;
        int wide = (int) Math.min(image.getWidth(), Math.max(1, Math.round(image.getHeight() * ratio)));
        int high = (int) Math.min(image.getHeight(), Math.max(1, Math.round(image.getWidth() / ratio)));
        return image.getSubimage((image.getWidth() - wide) / 2, (image.getHeight() - high) / 2, wide, high);
    }

    private static boolean passes(byte[] content) {
        boolean webp = content.length > 12 && new String(content, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
        return webp || content.length > 0 && content[0] == '<';
    }

    private static UserError unreadable() {
        return new UserError("This file could not be decoded as an image file.");
    }

    private static BufferedImage scaled(BufferedImage image, int limit) {
        return scaled(image, (double) limit / Math.max(image.getWidth(), image.getHeight()));
    }

    private static BufferedImage scaled(BufferedImage image, double factor) {
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
