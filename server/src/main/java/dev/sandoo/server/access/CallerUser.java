package dev.sandoo.server.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The user on whose behalf a call is made. Immutable.
 *
 * @param name for messages
 * @param companyIds every company the user may work in, in no particular order; {@code allowed_company_ids} narrows them
 * @param lang such as {@code en_US}; empty when none is set
 * @param timeZone the time zone's name; empty when none is set
 * @param share whether this is a portal or public user
 */
public record CallerUser(
        int uid,
        String login,
        String name,
        int partnerId,
        int companyId,
        List<Integer> companyIds,
        Optional<String> lang,
        Optional<String> timeZone,
        boolean share) {
    public CallerUser {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(name, "name");
        companyIds = List.copyOf(companyIds);
        Objects.requireNonNull(lang, "lang");
        Objects.requireNonNull(timeZone, "timeZone");
    }
}
