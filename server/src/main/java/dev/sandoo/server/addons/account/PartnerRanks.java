package dev.sandoo.server.addons.account;

import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import java.util.List;
import java.util.Map;

/** Contacts made where customers or vendors are listed count as such. Source: recorded scenario {@code customer-rank}. */
final class PartnerRanks implements ModelHooks {
    private static final Map<String, String> FIELDS = Map.of("customer", "customer_rank", "supplier", "supplier_rank");

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        if (env.context().get("res_partner_search_mode") instanceof String mode && FIELDS.containsKey(mode)) {
            values.forEach(partner -> partner.putIfAbsent(FIELDS.get(mode), 1));
        }
    }
}
