package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Records;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An active user's company is one that the user may work in. */
final class UserCompanies {
    private UserCompanies() {}

    static void check(Records users) {
        for (Records user : users) {
            Records allowed = user.records("company_ids");
            if (user.bool("active") && !allowed.ids().contains(user.integer("company_id"))) {
                throw refusal(user, allowed);
            }
        }
    }

    private static ValidationError refusal(Records user, Records allowed) {
        String names = StreamSupport.stream(allowed.spliterator(), false)
                .map(company -> company.text("name"))
                .collect(Collectors.joining(", "));
        return new ValidationError(user.env()
                .version()
                .message(
                        "user.company-not-allowed",
                        Map.of(
                                "company", user.records("company_id").text("name"),
                                "user", user.text("name"),
                                "allowed", names)));
    }
}
