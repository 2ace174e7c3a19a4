package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Keeps a user's partner in the user's company, and archives the partner of a user who is created archived. */
final class UserPartnerSync implements ModelHooks {
    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        for (Records user : created.sudo()) {
            Records partner = user.records("partner_id");
            if (partner.bool("active") != user.bool("active")) {
                partner.write(Map.of("active", user.bool("active")));
            }
            moveToCompany(user);
        }
    }

    @Override
    public void afterWrite(Records users, Map<String, Object> values) {
        if (values.containsKey("company_id")) {
            for (Records user : users.sudo()) {
                moveToCompany(user);
            }
        }
    }

    /** A partner that belongs to no company stays everyone's. */
    private static void moveToCompany(Records user) {
        int company = user.integer("partner_id.company_id");
        if (company != 0 && company != user.integer("company_id")) {
            user.records("partner_id").write(Map.of("company_id", user.integer("company_id")));
        }
    }
}
