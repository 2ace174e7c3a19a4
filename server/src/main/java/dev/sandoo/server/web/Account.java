package dev.sandoo.server.web;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.audit.KeyCounts;
import dev.sandoo.server.rpc.OwnAccount;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pages of account security read and do, in one person's request, as calls of models. */
final class Account {
    private static final String USERS = "res.users";
    private static final String KEYS = "res.users.apikeys";
    private static final String DESCRIPTION = "res.users.apikeys.description";
    private static final String WIZARD = "auth_totp.wizard";
    private static final String IDENTITY = "res.users.identitycheck";

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final OwnAccount account;
    private final Names names;
    private final PageRequest request;
    private final Caller caller;

    Account(OwnAccount account, Names names, PageRequest request, Caller caller) {
        this.account = account;
        this.names = names;
        this.request = request;
        this.caller = caller;
    }

    /**
     * What the version calls things.
     *
     * @param keysExpire whether keys have an end
     * @param enable the method that begins to switch the second factor on
     * @param disable the method that switches it off
     * @param codeIsWritten whether a code is written to the wizard, rather than shown with the call
     * @param devices whether browsers can be trusted
     */
    record Names(boolean keysExpire, String enable, String disable, boolean codeIsWritten, boolean devices) {}

    /** The password must be shown first. */
    static final class IdentityAsked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private IdentityAsked() {
            super("the password must be shown first", null, false, false);
        }
    }

    int uid() {
        return caller.uid();
    }

    String login() {
        return caller.login();
    }

    String database() {
        return caller.database();
    }

    boolean keysExpire() {
        return names.keysExpire();
    }

    /** An API key as its owner sees it; texts are empty where there is nothing to show. */
    record Key(int id, String name, String scope, String created, String expires, String used, String calls) {}

    List<Key> keys() {
        List<String> fields = new ArrayList<>(List.of("name", "scope", "create_date"));
        if (names.keysExpire()) {
            fields.add("expiration_date");
        }
        Object rows = call(
                KEYS,
                "search_read",
                List.of(List.of(List.of("user_id", "=", uid()))),
                Map.of("fields", fields, "order", "id"));
        List<Map<?, ?>> keys = new ArrayList<>();
        ((List<?>) rows).forEach(row -> keys.add((Map<?, ?>) row));
        Map<Integer, KeyCounts.Use> uses = account.keyUses(
                request.visit(),
                keys.stream().map(key -> (Integer) key.get("id")).toList());
        return keys.stream().map(key -> key(key, uses.get(key.get("id")))).toList();
    }

    Optional<Key> key(int id) {
        return keys().stream().filter(key -> key.id() == id).findFirst();
    }

    private static Key key(Map<?, ?> row, KeyCounts.Use use) {
        return new Key(
                (Integer) row.get("id"),
                text(row, "name"),
                text(row, "scope"),
                text(row, "create_date"),
                text(row, "expiration_date"),
                use == null ? "" : use.last().format(TO_THE_MINUTE),
                use == null ? "" : calls(use));
    }

    private static String calls(KeyCounts.Use use) {
        return use.refusals() == 0 ? Integer.toString(use.uses()) : use.uses() + ", " + use.refusals() + " refused";
    }

    /** Whether they may see who called what. */
    boolean isAdministrator() {
        return caller.isInGroup("base.group_system");
    }

    private static String text(Map<?, ?> row, String name) {
        Object value = row.get(name);
        return value == null || value instanceof Boolean ? "" : value.toString();
    }

    boolean hasSecondFactor() {
        Object rows = call(USERS, "read", List.of(List.of(uid()), List.of("totp_enabled")), Map.of());
        return Boolean.TRUE.equals(((Map<?, ?>) ((List<?>) rows).get(0)).get("totp_enabled"));
    }

    /** How many browsers need no code. */
    int devices() {
        return names.devices()
                ? (Integer) call(
                        "auth_totp.device", "search_count", List.of(List.of(List.of("user_id", "=", uid()))), Map.of())
                : 0;
    }

    void forgetDevices() {
        guarded(USERS, "revoke_all_devices", List.of(List.of(uid())), Map.of());
    }

    /** A choice of a form: what is sent, and what is shown. */
    record Option(String value, String label) {}

    /** How long a new key may live; empty where keys do not expire. */
    List<Option> durations() {
        if (!names.keysExpire()) {
            return List.of();
        }
        Object fields = call(
                DESCRIPTION, "fields_get", List.of(List.of("duration")), Map.of("attributes", List.of("selection")));
        Object selection = ((Map<?, ?>) ((Map<?, ?>) fields).get("duration")).get("selection");
        return ((List<?>) selection)
                .stream()
                        .map(pair -> (List<?>) pair)
                        .map(pair ->
                                new Option(pair.get(0).toString(), pair.get(1).toString()))
                        .toList();
    }

    /** Makes sure that a key may be made now. */
    void requireIdentity() {
        guarded(USERS, "api_key_wizard", List.of(List.of(uid())), Map.of());
    }

    /** Makes a key and answers it, this once. */
    String makeKey(Map<String, Object> description) {
        Object wizard = call(DESCRIPTION, "create", List.of(description), Map.of());
        Map<?, ?> action = guarded(DESCRIPTION, "make_key", List.of(List.of(wizard)), Map.of());
        return ((Map<?, ?>) action.get("context")).get("default_key").toString();
    }

    void deleteKey(int id) {
        guarded(KEYS, "remove", List.of(List.of(id)), Map.of());
    }

    /** A fresh secret that waits for its first code. */
    record Enrolment(int wizard, String secret, String url, String picture) {
        @Override
        public String toString() {
            return "Enrolment[" + wizard + "]";
        }
    }

    Enrolment beginSecondFactor() {
        Map<?, ?> action = guarded(USERS, names.enable(), List.of(List.of(uid())), Map.of());
        return enrolment((Integer) action.get("res_id"));
    }

    Enrolment enrolment(int wizard) {
        Object rows = call(WIZARD, "read", List.of(List.of(wizard), List.of("secret", "url", "qrcode")), Map.of());
        Map<?, ?> row = (Map<?, ?>) ((List<?>) rows).get(0);
        return new Enrolment(wizard, text(row, "secret"), text(row, "url"), text(row, "qrcode"));
    }

    void enableSecondFactor(int wizard, String code) {
        if (names.codeIsWritten()) {
            call(WIZARD, "write", List.of(List.of(wizard), Map.of("code", code)), Map.of());
            guarded(WIZARD, "enable", List.of(List.of(wizard)), Map.of());
        } else {
            guarded(WIZARD, "enable", List.of(List.of(wizard)), Map.of("context", Map.of("code", code)));
        }
    }

    void disableSecondFactor() {
        guarded(USERS, names.disable(), List.of(List.of(uid())), Map.of());
    }

    void confirmIdentity(String password) {
        account.confirmIdentity(request.visit(), password);
    }

    void changePassword(String old, String fresh) {
        account.changePassword(request.visit(), old, fresh);
    }

    /** A call that may ask for the password first. */
    private Map<?, ?> guarded(String model, String method, List<Object> args, Map<String, Object> kwargs) {
        Object answer = call(model, method, args, kwargs);
        if (answer instanceof Map<?, ?> action) {
            if (IDENTITY.equals(action.get("res_model"))) {
                throw new IdentityAsked();
            }
            return action;
        }
        return Map.of();
    }

    /** Calls a method as this person. */
    Object call(String model, String method, List<Object> args, Map<String, Object> kwargs) {
        return account.call(request.visit(), model, method, args, kwargs);
    }
}
