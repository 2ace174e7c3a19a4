package dev.sandoo.server.proxy;

import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.rpc.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was asked of an Odoo and what it said, whatever the dialect. */
record Conversation(Protocol protocol, Asked asked, Said said) {

    /**
     * A call, a login, or something else that a service was asked.
     *
     * @param uid who calls, by number
     * @param model {@code common} or {@code web} for a login
     */
    record Asked(
            String database,
            Optional<Integer> uid,
            Optional<String> secret,
            String model,
            String method,
            List<Object> args,
            Map<String, Object> kwargs) {
        private static final int ARGUMENTS = 5;

        static Asked ofService(String service, String method, List<Object> parameters) {
            if (service.equals("common")) {
                boolean login = method.equals("authenticate") || method.equals("login");
                return login
                        ? login(parameters)
                        : new Asked("", Optional.empty(), Optional.empty(), "common", method, List.of(), Map.of());
            }
            boolean unpacked = method.equals("execute");
            List<Object> rest = parameters.subList(ARGUMENTS, parameters.size());
            return new Asked(
                    (String) parameters.get(0),
                    Optional.of((Integer) parameters.get(1)),
                    Optional.of((String) parameters.get(2)),
                    (String) parameters.get(3),
                    (String) parameters.get(4),
                    unpacked ? new ArrayList<>(rest) : list(rest, 0),
                    unpacked || rest.size() < 2 ? Map.of() : map(rest.get(1)));
        }

        private static Asked login(List<Object> parameters) {
            String secret = (String) parameters.get(2);
            return new Asked(
                    (String) parameters.get(0),
                    Optional.empty(),
                    Optional.of(secret),
                    "common",
                    "authenticate",
                    List.of(parameters.get(1)),
                    Map.of("password", secret));
        }

        boolean isLogin() {
            return model.equals("common") && method.equals("authenticate") || model.equals("web");
        }

        boolean isCall() {
            return !model.equals("common") && !model.equals("web");
        }

        private static List<Object> list(List<Object> rest, int index) {
            return rest.size() > index && rest.get(index) instanceof List<?> items ? new ArrayList<>(items) : List.of();
        }

        @SuppressWarnings("unchecked") // the wire's maps have texts as keys
        private static Map<String, Object> map(Object value) {
            return value instanceof Map ? new LinkedHashMap<>((Map<String, Object>) value) : Map.of();
        }

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Asked[" + database + " " + model + "." + method + "]";
        }
    }

    /**
     * An answer.
     *
     * @param value null for nothing and for errors
     */
    record Said(Object value, Optional<RuntimeException> error) {
        private static final Integer DENIED = 3;
        private static final Integer ACCESS = 4;
        private static final Pattern LAST_LINE = Pattern.compile("(?m)^([A-Za-z_][\\w.]*): ?(.*)$");

        static Said value(Object value) {
            return new Said(value, Optional.empty());
        }

        static Said error(String name, String message) {
            String plain = name.startsWith("builtins.") ? name.substring("builtins.".length()) : name;
            return new Said(null, Optional.of(PythonError.of(plain, message)));
        }

        /**
         * XML-RPC gives the text of an error, or a traceback with it at the end; the class is seen in tracebacks, and for refusals
         * in the code.
         */
        static Said fault(Object code, String text) {
            if (code.equals(DENIED) || text.equals("Access Denied")) {
                return new Said(null, Optional.of(new AccessDenied()));
            }
            if (!text.contains("Traceback (most recent call last)")) {
                return new Said(
                        null, Optional.of(code.equals(ACCESS) ? new AccessError(text) : PythonError.of("", text)));
            }
            String name = "";
            String message = text;
            Matcher lines = LAST_LINE.matcher(text);
            while (lines.find()) {
                name = lines.group(1);
                message = text.substring(lines.start(2)).strip();
            }
            return error(name, message);
        }

        Said answering(Object other) {
            return error.isPresent() ? this : value(other);
        }
    }
}
