package dev.sandoo.server.journal;

import dev.sandoo.server.access.CallerKey;
import dev.sandoo.server.document.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which calls are meant. What is left empty lets every call pass.
 *
 * @param model a name, or a pattern in which {@code *} stands for anything
 * @param method likewise
 * @param outcome {@code ok}, {@code error} for any failure, or a kind of failure such as {@code access}
 * @param user a login, or a user's id
 * @param key an API key's name or id
 * @param since the number of a call: only later ones
 * @param conditions on arguments and answer; all must hold
 */
public record CallFilter(
        Optional<Glob> model,
        Optional<Glob> method,
        Optional<String> outcome,
        Optional<String> user,
        Optional<String> key,
        long since,
        List<ArgumentCondition> conditions) {

    /** Every call. */
    public static final CallFilter ANY = new CallFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of());

    public CallFilter {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(key, "key");
        conditions = List.copyOf(conditions);
    }

    /** The calls of these methods, both of them names or patterns. */
    public static CallFilter of(String model, String method) {
        return new CallFilter(
                Optional.of(new Glob(model)),
                Optional.of(new Glob(method)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of());
    }

    /** The same, with one condition more. */
    public CallFilter where(ArgumentCondition condition) {
        List<ArgumentCondition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new CallFilter(model, method, outcome, user, key, since, more);
    }

    /** The same for calls after this one only. */
    public CallFilter since(long number) {
        return new CallFilter(model, method, outcome, user, key, number, conditions);
    }

    /** Whether a call is one of those meant. */
    public boolean matches(JournalEntry call) {
        return call.number() > since
                && model.map(glob -> glob.fits(call.model())).orElse(true)
                && method.map(glob -> glob.fits(call.method())).orElse(true)
                && outcome.map(wanted -> isOutcome(wanted, call)).orElse(true)
                && user.map(wanted -> isUser(wanted, call.who())).orElse(true)
                && key.map(wanted -> isKey(wanted, call.who())).orElse(true)
                && conditions.stream().allMatch(condition -> condition.holds(call));
    }

    /** What keeps a call from matching, in words; empty when it does match. */
    List<String> differences(JournalEntry call) {
        List<String> differences = new ArrayList<>();
        if (call.number() <= since) {
            differences.add("it came before: only calls after #" + since + " count");
        }
        differ(differences, "model", model.filter(glob -> !glob.fits(call.model())), call.model());
        differ(differences, "method", method.filter(glob -> !glob.fits(call.method())), call.method());
        differ(differences, "outcome", outcome.filter(wanted -> !isOutcome(wanted, call)), call.outcome());
        differ(differences, "user", user.filter(wanted -> !isUser(wanted, call.who())), call.who());
        differ(
                differences,
                "key",
                key.filter(wanted -> !isKey(wanted, call.who())),
                call.who().key().map(CallerKey::name).orElse("none"));
        conditions.stream()
                .filter(condition -> !condition.holds(call))
                .forEach(condition -> differences.add(condition.difference(call)));
        return differences;
    }

    private static void differ(List<String> differences, String what, Optional<?> wanted, Object actual) {
        wanted.ifPresent(expected -> differences.add(what + ": expected " + expected + ", was " + actual));
    }

    private static boolean isOutcome(String wanted, JournalEntry call) {
        return wanted.equals(call.outcome())
                || wanted.equals("error") && call.failure().isPresent();
    }

    private static boolean isUser(String wanted, JournalEntry.Who who) {
        return who.login().equals(Optional.of(wanted))
                || who.uid().map(String::valueOf).equals(Optional.of(wanted));
    }

    private static boolean isKey(String wanted, JournalEntry.Who who) {
        return who.key()
                .filter(key -> wanted.equals(key.name()) || wanted.equals(String.valueOf(key.id())))
                .isPresent();
    }

    /** The calls that are meant, in words: {@code calls of res.partner.create with values.email set}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder("calls");
        if (model.isPresent() || method.isPresent()) {
            words.append(" of ").append(model.map(Glob::text).orElse("*"));
            words.append('.').append(method.map(Glob::text).orElse("*"));
        }
        user.ifPresent(login -> words.append(" by ").append(login));
        key.ifPresent(id -> words.append(" with key ").append(id));
        outcome.ifPresent(wanted -> words.append(" that end ").append(wanted));
        if (!conditions.isEmpty()) {
            words.append(" with ");
            words.append(String.join(
                    " and ",
                    conditions.stream().map(ArgumentCondition::toString).toList()));
        }
        return words.toString();
    }
}
