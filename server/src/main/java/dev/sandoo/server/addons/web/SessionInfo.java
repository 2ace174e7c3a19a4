package dev.sandoo.server.addons.web;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the web client is told of its session. What only draws the client's own screens is left out.
 *
 * <p>Source: recorded scenario {@code auth_web}; names and values asked of the real servers.
 */
public final class SessionInfo {
    private static final int ACTIVE_IDS_LIMIT = 20_000;
    private static final int MAX_UPLOAD_BYTES = 128 << 20;

    /** How the web client writes "any number of digits before the point, so many behind it". */
    private static final int DIGITS = 69;

    private final Environment env;
    private final Records user;
    private final String baseUrl;

    private SessionInfo(Environment env, String baseUrl) {
        this.env = env;
        this.user = env.sudo().record("res.users", env.uid());
        this.baseUrl = baseUrl;
    }

    /**
     * What {@code session_info} answers for the caller.
     *
     * @param baseUrl the address to tell while none is configured
     */
    public static Map<String, Object> of(Environment env, String baseUrl) {
        SessionInfo info = new SessionInfo(env, baseUrl);
        return env.version().has("web.session-info-plain") ? info.plain() : info.detailed();
    }

    /** The technical names of the installed modules, sorted. */
    public static List<String> modules(Environment env) {
        return env.transaction()
                .query(
                        SqlFragment.of("SELECT name FROM ir_module_module WHERE state = 'installed' ORDER BY name"),
                        row -> row.text(1));
    }

    private Map<String, Object> detailed() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("uid", env.uid());
        info.put("is_system", env.hasGroup("base.group_system"));
        info.put("is_admin", isAdmin());
        info.put("is_public", env.hasGroup("base.group_public"));
        info.put("is_internal_user", env.hasGroup("base.group_user"));
        info.put("user_context", userContext());
        info.put("db", env.caller().database());
        putVersion(info);
        info.put("support_url", "https://www.odoo.com/buy");
        info.put("name", user.text("name"));
        info.put("username", user.text("login"));
        info.put("quick_login", true);
        info.put("partner_write_date", DatetimeText.of(user.moment("partner_id.write_date")));
        info.put("partner_display_name", user.text("partner_id.display_name"));
        info.put("partner_id", user.integer("partner_id"));
        info.put("web.base.url", webBaseUrl());
        info.put("active_ids_limit", ACTIVE_IDS_LIMIT);
        info.put("profile_session", null);
        info.put("profile_collectors", null);
        info.put("profile_params", null);
        info.put("max_file_upload_size", MAX_UPLOAD_BYTES);
        info.put("home_action_id", user.integer("action_id") == 0 ? false : user.integer("action_id"));
        info.put("currencies", currencies(true));
        info.put("bundle_params", Map.of("lang", orFalse(user.text("lang"))));
        info.put("test_mode", false);
        info.put("groups", Map.of("base.group_allow_export", env.hasGroup("base.group_allow_export")));
        if (env.hasGroup("base.group_user")) {
            info.put("user_companies", companies());
        }
        info.put("show_effect", !parameter("base_setup.show_effect").isEmpty());
        return info;
    }

    private Map<String, Object> plain() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("uid", env.uid());
        info.put("is_system", env.hasGroup("base.group_system"));
        info.put("is_admin", isAdmin());
        info.put("user_context", userContext());
        info.put("db", env.caller().database());
        putVersion(info);
        info.put("name", user.text("name"));
        info.put("username", user.text("login"));
        info.put("partner_display_name", user.text("partner_id.display_name"));
        info.put("company_id", env.caller().companyId());
        info.put("partner_id", user.integer("partner_id"));
        info.put("web.base.url", webBaseUrl());
        info.put("active_ids_limit", ACTIVE_IDS_LIMIT);
        if (env.hasGroup("base.group_user")) {
            info.put("user_companies", companyPairs());
            info.put("currencies", currencies(false));
            info.put("show_effect", orFalse(parameter("base_setup.show_effect")));
            info.put(
                    "display_switch_company_menu",
                    env.hasGroup("base.group_multi_company")
                            && env.caller().companyIds().size() > 1);
            info.put("user_id", List.of(env.uid()));
            info.put("notification_type", user.text("notification_type"));
        }
        return info;
    }

    private void putVersion(Map<String, Object> info) {
        info.put("server_version", env.version().serverVersion());
        info.put("server_version_info", env.version().serverVersionInfo());
    }

    private boolean isAdmin() {
        return env.caller().isSuperuser() || env.hasGroup("base.group_erp_manager");
    }

    private Map<String, Object> userContext() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("lang", orFalse(user.text("lang")));
        context.put("tz", orFalse(user.text("tz")));
        context.put("uid", env.uid());
        return context;
    }

    private String webBaseUrl() {
        String configured = parameter("web.base.url");
        return configured.isEmpty() ? baseUrl : configured;
    }

    private String parameter(String key) {
        return env.transaction()
                .queryFirst(
                        SqlFragment.of("SELECT coalesce(value, '') FROM ir_config_parameter WHERE key = ?", key),
                        row -> row.text(1))
                .orElse("");
    }

    private Map<String, Object> currencies(boolean named) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Records currency : env.sudo().model("res.currency").search(Condition.TRUE)) {
            Map<String, Object> one = new LinkedHashMap<>();
            if (named) {
                one.put("name", currency.text("name"));
            }
            one.put("symbol", currency.text("symbol"));
            one.put("position", currency.text("position"));
            one.put("digits", List.of(DIGITS, currency.integer("decimal_places")));
            all.put(Integer.toString(currency.id()), one);
        }
        return all;
    }

    private Map<String, Object> companies() {
        Map<String, Object> allowed = new LinkedHashMap<>();
        for (Records company : user.records("company_ids")) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", company.id());
            one.put("name", company.text("name"));
            one.put("sequence", company.integer("sequence"));
            one.put("child_ids", company.records("child_ids").ids());
            one.put("parent_id", company.integer("parent_id") == 0 ? false : company.integer("parent_id"));
            one.put("currency_id", company.integer("currency_id"));
            allowed.put(Integer.toString(company.id()), one);
        }
        Map<String, Object> companies = new LinkedHashMap<>();
        companies.put("current_company", env.caller().companyId());
        companies.put("allowed_companies", allowed);
        companies.put("disallowed_ancestor_companies", Map.of());
        return companies;
    }

    private Map<String, Object> companyPairs() {
        Map<String, Object> companies = new LinkedHashMap<>();
        companies.put("current_company", pair(user.records("company_id")));
        companies.put(
                "allowed_companies",
                user.records("company_ids").ids().stream()
                        .map(id -> pair(env.sudo().record("res.company", id)))
                        .toList());
        return companies;
    }

    private static List<Object> pair(Records company) {
        return List.of(company.id(), company.text("name"));
    }

    private static Object orFalse(String text) {
        return text.isEmpty() ? false : text;
    }
}
