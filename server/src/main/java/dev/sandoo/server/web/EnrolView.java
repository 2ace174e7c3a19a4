package dev.sandoo.server.web;

/**
 * What the page shows that switches the second factor on.
 *
 * @param picture the address as a QR code, a PNG in base64
 * @param error what was wrong with the code; empty when nothing was
 */
public record EnrolView(Frame frame, int wizard, String secret, String url, String picture, String error) {
    @Override
    public String toString() {
        return "EnrolView[" + wizard + "]";
    }
}
