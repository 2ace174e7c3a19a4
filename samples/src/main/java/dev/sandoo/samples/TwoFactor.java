package dev.sandoo.samples;

import dev.sandoo.client.OdooClient;
import dev.sandoo.client.OdooFault;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An account with a second factor: its password no longer opens RPC, its API key does. Method names are 19.0's. */
public final class TwoFactor {
    private static final String PASSWORD = "sample password";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TwoFactor() {}

    /** Arguments: URL, database, login and password of somebody who may create users. */
    public static void main(String[] args) {
        OdooClient admin = OdooClient.connect(args[0], args[1], args[2], args[3]);
        String login = "two-factor-" + System.nanoTime();
        int user = admin.create("res.users", Map.of("name", "Java two-factor", "login", login, "password", PASSWORD));

        WebSession web = new WebSession(args[0]);
        web.login(args[1], login, PASSWORD);
        String key = web.makeKey("{\"name\": \"Java two-factor\"}", PASSWORD);

        // Switch the second factor on: the wizard shows a secret, and wants a code made with it.
        String action = web.call("res.users", "action_totp_enable_wizard", "[[" + user + "]]", "{}");
        String wizard = WebSession.member(web.confirm(action, PASSWORD), "res_id");
        String secret = WebSession.member(
                web.call("auth_totp.wizard", "read", "[[" + wizard + "], [\"secret\"]]", "{}"), "secret");
        web.call("auth_totp.wizard", "enable", "[[" + wizard + "]]", "{\"code\": \"" + code(secret) + "\"}");

        System.out.println("With the password: " + outcome(args, login, PASSWORD));
        System.out.println("With the key: " + outcome(args, login, key));
        admin.unlink("res.users", List.of(user));
    }

    private static String outcome(String[] args, String login, String secret) {
        try {
            OdooClient.connect(args[0], args[1], login, secret);
            return "logged in";
        } catch (OdooFault refused) {
            return "refused";
        }
    }

    /** The six digits an authenticator would show now (RFC 6238). */
    private static String code(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(secret.replace(" ", "")), "HmacSHA1"));
            byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(System.currentTimeMillis() / 30_000)
                    .array());
            int start = digest[digest.length - 1] & 15;
            int number = ByteBuffer.wrap(digest, start, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA1", e);
        }
    }

    private static byte[] decoded(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            held = held << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
