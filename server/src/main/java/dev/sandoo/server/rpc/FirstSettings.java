package dev.sandoo.server.rpc;

import dev.sandoo.server.error.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Makes a fresh database the one that was asked for: its company's country, its administrator's login, language and password. */
final class FirstSettings {
    private static final String TIME_ZONES = "/rpc/timezones.properties";
    private static final Credential ADMINISTRATOR = new Credential.UserSecret(2, "admin");
    private static final String ENGLISH = "en_US";
    private static final List<Object> MAIN_COMPANY = List.of(1);
    private static final List<Object> ADMIN = List.of(2);

    private final Dispatcher dispatcher;

    FirstSettings(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * Sets them, each by a call as a client would make.
     *
     * @throws UserError when there is no such language
     */
    void apply(NewDatabase database, Origin origin) {
        Calls calls = new Calls(database.name(), origin);
        calls.company(database);
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("login", database.login());
        user.put("password", database.password());
        user.put("lang", calls.installed(database.lang()));
        database.country().flatMap(FirstSettings::timeZone).ifPresent(zone -> user.put("tz", zone));
        if (database.login().contains("@")) {
            user.put("email", database.login());
        }
        calls.call("res.users", "write", ADMIN, user);
    }

    /** Of a country that has just one. */
    private static Optional<String> timeZone(String country) {
        Properties zones = new Properties();
        try (InputStream data = FirstSettings.class.getResourceAsStream(TIME_ZONES)) {
            zones.load(data);
        } catch (IOException e) {
            throw new UncheckedIOException(TIME_ZONES, e);
        }
        return Optional.ofNullable(zones.getProperty(country.toUpperCase(Locale.ROOT)));
    }

    private final class Calls {
        private final String database;
        private final Origin origin;

        Calls(String database, Origin origin) {
            this.database = database;
            this.origin = origin;
        }

        Object call(String model, String method, Object... arguments) {
            return dispatcher.dispatch(
                    new Call(database, ADMINISTRATOR, model, method, List.of(arguments), Map.of(), origin));
        }

        /** A company takes its country's currency; a code that no country has changes nothing. */
        void company(NewDatabase asked) {
            Map<String, Object> company = new LinkedHashMap<>();
            asked.country().flatMap(this::country).ifPresent(country -> {
                company.put("country_id", country.get("id"));
                company.put("currency_id", country.get("currency_id"));
            });
            asked.phone().ifPresent(number -> company.put("phone", number));
            if (!company.isEmpty()) {
                call("res.company", "write", MAIN_COMPANY, company);
            }
        }

        private Optional<Map<?, ?>> country(String code) {
            List<?> domain = List.of(List.of("code", "=", code.toUpperCase(Locale.ROOT)));
            List<?> found = (List<?>) call("res.country", "search", domain);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            List<?> read = (List<?>) call("res.country", "read", found, List.of("currency_id"), "_classic_write");
            return Optional.of((Map<?, ?>) read.get(0));
        }

        /** Switches a language on. */
        String installed(String code) {
            if (!code.equals(ENGLISH)) {
                List<?> known = (List<?>) call(
                        "res.lang",
                        "search",
                        List.of("&", List.of("code", "=", code), List.of("active", "in", List.of(true, false))));
                if (known.isEmpty()) {
                    throw new UserError("Invalid language code: " + code);
                }
                call("res.lang", "write", known, Map.of("active", true));
            }
            return code;
        }
    }
}
