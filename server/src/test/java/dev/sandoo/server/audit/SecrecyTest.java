package dev.sandoo.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.db.ValueChange;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecrecyTest {
    private final Secrecy secrecy = new Secrecy();

    @ParameterizedTest
    @CsvSource({
        "res.users, password, hidden",
        "res.users, new_password, hidden",
        "res.users, totp_secret, hidden",
        "res.partner, x_PassWord_of_shop, hidden",
        "res.partner, x_api_key, hidden",
        "res.partner, signup_token, hidden",
        "res.users.apikeys, key, hidden",
        "ir.config_parameter, value, hidden",
        "ir.config_parameter, key, written",
        "ir.mail_server, smtp_pass, hidden",
        "ir.mail_server, name, written",
        "res.partner, name, written",
        "res.partner, keyboard, written",
        "mail.followers, partner_id, left out",
        "mail.message, body, written",
        "mail.message, subtype_id, left out"
    })
    void namesDecideWhatIsWritten(String model, String field, String expected) {
        ValueChange change = new ValueChange(model, 1, field, Optional.of("old"), Optional.of("new"));

        Optional<ValueChange> written = secrecy.of(change);

        assertEquals(expected, written.map(SecrecyTest::what).orElse("left out"));
    }

    private static String what(ValueChange written) {
        return written.before().isEmpty() && written.after().isEmpty() ? "hidden" : "written";
    }
}
