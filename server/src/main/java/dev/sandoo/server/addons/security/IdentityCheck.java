package dev.sandoo.server.addons.security;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.Session;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelMethod;
import dev.sandoo.server.orm.Records;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Some methods run only for somebody who has shown the password in the last ten minutes of their session. Others get a wizard
 * first, which keeps what was asked for and does it once the password is right.
 *
 * <p>Source: recorded scenarios {@code auth_keys} and {@code auth_totp}, and asked of the real servers.
 */
final class IdentityCheck {
    /** How long a proof counts. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String MODEL = "res.users.identitycheck";
    private static final String HTTP_ONLY = "This method can only be accessed over HTTP";

    private final Authenticator authenticator;

    IdentityCheck(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** The method behind the check. */
    static ModelMethod before(String name, ModelMethod method) {
        return new Guarded(name, method);
    }

    /** A method that asks who calls. Nothing else is run by a wizard, whatever it says was asked for. */
    interface Asking extends ModelMethod {}

    /** A method behind the check. */
    record Guarded(String name, ModelMethod method) implements Asking {
        @Override
        public Object call(Records self, Arguments arguments) {
            Environment env = self.env();
            Session session = session(env).orElseThrow(() -> new UserError(HTTP_ONLY));
            return isProved(session, env.now()) ? method.call(self, arguments) : ask(self, name);
        }
    }

    /** The session that a proof lasts for. The earlier version takes any call for one over HTTP. */
    private static Optional<Session> session(Environment env) {
        Optional<Session> visit = env.caller().session();
        return visit.isPresent() || env.version().has("identity.sessions-only")
                ? visit
                : Optional.of(Session.ofOneCall());
    }

    private static boolean isProved(Session session, LocalDateTime now) {
        return session.identityProved()
                .filter(moment -> moment.isAfter(now.minus(LIFE)))
                .isPresent();
    }

    private static Object ask(Records self, String method) {
        Environment env = self.env();
        OdooVersion version = env.version();
        String request = new PendingRequest(env.context().values(), self.model().name(), self.ids(), method).json();
        Records check = env.sudo().model(MODEL).create(Map.of("request", request));
        return Dialog.sized(
                Dialog.of(version.message("identity.title"), MODEL, check.id()), version.has("identity.dialog-sized"));
    }

    /** Runs what was asked for, if the password is right. */
    Object run(Records self, Arguments arguments) {
        Environment env = self.env();
        Session session = session(env).orElseThrow(() -> PythonError.of("AssertionError", HTTP_ONLY));
        self.requireReadable();
        requirePassword(self);
        Records check = self.sudo();
        PendingRequest request = PendingRequest.parse(check.get("request"));
        forgetPassword(check);
        session.proveIdentity(env.now());
        return request.run(env.in(session));
    }

    private void requirePassword(Records self) {
        Environment env = self.env();
        boolean stored = env.version().has("identity.password-stored");
        Object password = stored ? self.get("password") : env.context().get("password");
        if (stored && !PythonValues.isTrue(password)) {
            throw PythonError.of("AssertionError", "");
        }
        if (PythonValues.isTrue(password) && !(password instanceof String)) {
            throw PythonError.typeError("secret must be unicode or bytes, not " + PythonRepr.typeName(password));
        }
        String text = password instanceof String given ? given : "";
        if (!authenticator.isPassword(env.transaction(), env.uid(), text)) {
            throw stored ? new AccessDenied() : wrong();
        }
    }

    private static UserError wrong() {
        return new UserError("Incorrect Password, try again or click on Forgot Password to reset your password.");
    }

    private static void forgetPassword(Records check) {
        if (!check.isEmpty() && check.field("password").hasColumn()) {
            check.write(Map.of("password", false));
        }
    }

    /** Turns a wizard that asks for something else into one that asks for the password. */
    static Object usePassword(Records self, Arguments arguments) {
        self.requireReadable();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("auth_method", "password");
        self.sudo().write(values);
        return Dialog.of("Security Control", MODEL, self.id());
    }
}
