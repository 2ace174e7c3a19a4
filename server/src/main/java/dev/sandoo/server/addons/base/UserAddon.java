package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Users: their passwords, groups, preferences, and what keeps an account from being broken. */
public final class UserAddon implements Addon {
    private static final String USER = "res.users";

    private final UserPasswords passwords;

    public UserAddon(Secrets secrets) {
        this.passwords = new UserPasswords(secrets);
    }

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(USER, "read", OwnAccount::read)
                .method(USER, "write", OwnAccount::write)
                .compute(USER, List.of("password", "new_password"), List.of(), UserPasswords::read)
                .inverse(USER, "password", passwords::write)
                .inverse(USER, "new_password", UserPasswords::writeNew)
                .method(USER, "change_password", passwords::change)
                .compute(USER, List.of("share"), List.of(), UserGroups::share)
                .compute(USER, List.of("all_group_ids"), List.of(), UserGroups::all)
                .search(USER, "all_group_ids", UserGroups::searchAll)
                .method(USER, "has_group", UserGroups::hasGroup)
                .method(USER, "has_groups", UserGroups::hasGroups)
                .compute(USER, List.of("groups_count", "accesses_count", "rules_count"), List.of(), UserCounts::rights)
                .compute(USER, List.of("companies_count"), List.of(), UserCounts::companies)
                .compute(USER, List.of("state"), List.of("login_date"), UserPreferences::state)
                .compute(USER, List.of("tz_offset"), List.of("tz"), UserPreferences::timeZoneOffset)
                .compute(USER, List.of("signature"), List.of("name"), UserPreferences::signature)
                .method(USER, "context_get", UserPreferences::context)
                .method(USER, "preference_save", UserPreferences::save)
                .method(
                        USER,
                        "get_company_currency_id",
                        (self, arguments) -> self.env()
                                .sudo()
                                .record("res.company", self.env().caller().companyId())
                                .integer("currency_id"))
                .method(USER, "on_change_login", (self, arguments) -> null)
                .constraint(USER, List.of("company_id", "company_ids", "active"), UserCompanies::check)
                .hooks(USER, new UserGuard())
                .hooks(USER, new UserGroupSync())
                .hooks(USER, new UserPartnerSync())
                .compute(
                        "res.partner",
                        List.of("partner_share"),
                        List.of("user_ids.share", "user_ids.active"),
                        UserAddon::partnerShare);
    }

    /** A partner without an active internal user is an outsider; the superuser's partner never is. */
    private static void partnerShare(Records partners, Compute.Results results) {
        int superuser = partners.env().sudo().record(USER, 1).integer("partner_id");
        for (Records partner : partners) {
            boolean insider = partner.id() == superuser;
            for (Records user : partner.records("user_ids")) {
                insider |= user.bool("active") && !user.bool("share");
            }
            results.set(partner.id(), "partner_share", !insider);
        }
    }
}
