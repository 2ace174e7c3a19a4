package dev.sandoo.server.scenario;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays a scenario against a server. Used once, in one thread. */
public final class Replay {
    private static final String FIRST_SECRET = "s1";

    private final Target target;
    private final RemoteOdoo server;
    private final Matches matches = new Matches();
    private final SecretBook secrets;
    private final Clock clock;
    private final Map<String, Object> uids = new HashMap<>();

    /** The secret that each login last showed. */
    private final Map<String, SecretReference> shown = new HashMap<>();

    private Optional<String> firstLogin = Optional.empty();

    /**
     * Where to play.
     *
     * @param login takes the place of whoever begins the recording
     * @param secrets values of other secrets by the names that the recording has for them, such as {@code s2}
     */
    public record Target(URI url, String database, String login, String password, Map<String, String> secrets) {
        public Target {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(database, "database");
            Objects.requireNonNull(login, "login");
            Objects.requireNonNull(password, "password");
            secrets = Map.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Target[" + url + ", " + database + ", " + login + "]";
        }
    }

    /**
     * What became of a step.
     *
     * @param number counts from 1
     * @param differences from the recording, in words; empty when there are none
     */
    public record Outcome(int number, ScenarioStep step, List<String> differences) {
        public Outcome {
            differences = List.copyOf(differences);
        }
    }

    public Replay(Target target, SecureRandom random, Clock clock) {
        this.target = target;
        this.server = new RemoteOdoo(target.url());
        Map<String, String> given = new HashMap<>(target.secrets());
        given.put(FIRST_SECRET, target.password());
        this.secrets = new SecretBook(given, random);
        this.clock = clock;
    }

    /**
     * Plays all steps, also after one that differs.
     *
     * @param told of each step when it is done
     * @throws ReplayException when the server cannot be reached
     */
    public List<Outcome> play(Scenario scenario, Consumer<Outcome> told) {
        Models models = Models.of(scenario.odooVersion());
        Translation translation = new Translation(models, matches, secrets);
        List<Outcome> outcomes = new ArrayList<>();
        for (ScenarioStep step : scenario.steps()) {
            Instant now = clock.instant();
            RemoteOdoo.Answer answer = step.isLogin() ? login(step) : call(step, translation);
            Comparison comparison =
                    new Comparison(models, matches, secrets, new TextComparison(matches, step.at(), now));
            Outcome outcome = new Outcome(outcomes.size() + 1, step, compared(step, answer, comparison));
            outcomes.add(outcome);
            told.accept(outcome);
        }
        return outcomes;
    }

    private static List<String> compared(ScenarioStep step, RemoteOdoo.Answer answer, Comparison comparison) {
        if (step.failure().isPresent() != answer.failure().isPresent()) {
            return List.of(answer.failure()
                    .map(failure -> "was answered when recorded, now raises " + failure.name() + ": "
                            + failure.message().strip())
                    .orElseGet(() ->
                            "raised " + step.failure().orElseThrow().name() + " when recorded, now it is answered"));
        }
        return step.failure()
                .map(recorded -> comparison.failure(recorded, answer.failure().orElseThrow()))
                .orElseGet(() -> comparison.result(step, answer.result()));
    }

    private RemoteOdoo.Answer login(ScenarioStep step) {
        String login = String.valueOf(step.args().isEmpty() ? "" : step.args().get(0));
        Optional<SecretReference> secret = step.secret()
                .map(SecretReference::new)
                .or(() -> SecretReference.of(step.kwargs().get("password")));
        Object uid = authenticate(login, secret);
        if (!(uid instanceof Integer id)) {
            return new RemoteOdoo.Answer(
                    null, Optional.of(new ScenarioStep.Failure("odoo.exceptions.AccessDenied", "Access Denied")));
        }
        step.result().filter(Integer.class::isInstance).ifPresent(was -> matches.match("res.users", (Integer) was, id));
        return new RemoteOdoo.Answer(id, Optional.empty());
    }

    private RemoteOdoo.Answer call(ScenarioStep step, Translation translation) {
        Optional<SecretReference> secret = step.secret().map(SecretReference::new);
        Object uid = step.login()
                .map(login -> uids.containsKey(login) ? uids.get(login) : authenticate(login, secret))
                .orElseGet(() -> matches.id("res.users", step.uid().orElse(0)));
        SecretReference used = secret.or(() -> step.login().map(shown::get)).orElse(new SecretReference(FIRST_SECRET));
        List<Object> args = translation.arguments(step.model(), step.method(), step.args());
        Map<String, Object> kwargs = new LinkedHashMap<>(translation.named(step.model(), step.kwargs()));
        if (step.protocol().equals("json2") && kwargs.containsKey("ids")) {
            args = List.of(kwargs.remove("ids"));
        }
        return server.call(
                "object",
                "execute_kw",
                List.of(target.database(), uid, secrets.value(used), step.model(), step.method(), args, kwargs));
    }

    /** The user's id, or false. */
    private Object authenticate(String login, Optional<SecretReference> secret) {
        if (firstLogin.isEmpty()) {
            firstLogin = Optional.of(login);
        }
        String name = firstLogin.get().equals(login) ? target.login() : login;
        SecretReference used =
                secret.or(() -> Optional.ofNullable(shown.get(login))).orElse(new SecretReference(FIRST_SECRET));
        RemoteOdoo.Answer answer =
                server.call("common", "authenticate", List.of(target.database(), name, secrets.value(used), Map.of()));
        Object uid = answer.failure().isPresent() || answer.result() == null ? Boolean.FALSE : answer.result();
        if (uid instanceof Integer) {
            uids.put(login, uid);
            shown.put(login, used);
        }
        return uid;
    }
}
