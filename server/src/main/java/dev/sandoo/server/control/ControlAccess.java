package dev.sandoo.server.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may use the control interface: whoever has the token, from anywhere; or, where there is none, programs on this machine.
 * A browser on this machine is made to send requests by any page it shows, and a proxy on it serves strangers: neither counts
 * as a program on this machine. Thread-safe.
 */
public final class ControlAccess {
    private static final String BEARER = "Bearer ";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** A name that another could have pointed at this machine is not enough: with it a page of theirs would be of our origin. */
    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private final Optional<String> token;

    /** @param token what callers have to show; empty lets programs on this machine in without one */
    public ControlAccess(Optional<String> token) {
        this.token = token;
    }

    /**
     * Lets a visitor pass.
     *
     * @throws ControlException that says what is missing
     */
    void require(Visitor visitor) {
        if (token.isPresent()) {
            requireToken(visitor, token.get());
        } else {
            requireThisMachine(visitor);
        }
    }

    private static void requireToken(Visitor visitor, String token) {
        Optional<String> shown = visitor.authorization()
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
        if (shown.isEmpty() || !MessageDigest.isEqual(bytes(shown.get()), bytes(token))) {
            throw new ControlException(
                    ProblemKind.TOKEN_REQUIRED,
                    "send the token of --control-token in a header: Authorization: Bearer …");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void requireThisMachine(Visitor visitor) {
        if (!visitor.peer().isLoopbackAddress()) {
            throw refusal("requests from other machines need a token");
        }
        if (visitor.isForwarded()) {
            throw refusal("requests that come through a proxy need a token");
        }
        if (!LOOPBACK_HOST.matcher(visitor.host()).matches()) {
            throw refusal("without a token the server is called localhost, 127.0.0.1 or [::1]");
        }
        if (isFromAnotherSite(visitor)) {
            throw refusal("pages of other sites may not use it");
        }
    }

    private static boolean isFromAnotherSite(Visitor visitor) {
        return visitor.origin()
                        .filter(origin -> !origin.replaceFirst("^https?://", "").equalsIgnoreCase(visitor.host()))
                        .isPresent()
                || visitor.fetchSite().filter(site -> !OWN_SITES.contains(site)).isPresent();
    }

    private static ControlException refusal(String reason) {
        return new ControlException(
                ProblemKind.LOOPBACK_ONLY, reason + "; start Sandoo with --control-token to have one");
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return token.isPresent() ? "ControlAccess[token]" : "ControlAccess[loopback]";
    }
}
