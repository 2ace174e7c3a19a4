package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code base.language.install}: languages come into use. Names of countries are known in every language that Java knows; all else
 * stays in English until somebody translates it. Source: wizards of both versions over XML-RPC.
 */
public final class LanguageInstallAddon implements Addon {
    private static final String WIZARD = "base.language.install";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.method(WIZARD, "lang_install", LanguageInstallAddon::install);
    }

    private static Object install(Records wizard, Arguments arguments) {
        Records languages = chosen(wizard.in(wizard.env().with("active_test", false)));
        Records dormant = languages.filter(language -> !language.bool("active"));
        dormant.write(Map.of("active", true));
        for (Records language : dormant) {
            nameCountries(language);
        }
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.act_window");
        action.put("res_model", WIZARD);
        action.put("res_id", wizard.id());
        action.put("view_mode", "form");
        action.put("target", "new");
        return action;
    }

    private static void nameCountries(Records language) {
        String code = language.text("code");
        Locale locale = Locale.forLanguageTag(code.replaceFirst("@.*", "").replace('_', '-'));
        Records countries =
                language.env().sudo().with("lang", code).model("res.country").search(Condition.TRUE);
        for (Records country : countries) {
            String iso = country.text("code");
            String name = new Locale("", iso).getDisplayCountry(locale);
            // Java answers the code or English where it knows no better.
            if (!name.equals(iso) && !name.equals(new Locale("", iso).getDisplayCountry(Locale.ENGLISH))) {
                country.writeQuietly(Map.of("name", name));
            }
        }
    }

    /** The later version takes several languages, the earlier one the code of one. */
    private static Records chosen(Records wizard) {
        if (wizard.model().fields().containsKey("lang_ids")) {
            return wizard.records("lang_ids");
        }
        Condition code = Condition.term("code", Operator.EQUALS, wizard.text("lang"));
        Condition anyState = Condition.term("active", Operator.IN, List.of(true, false));
        return wizard.env().model("res.lang").search(Condition.allOf(List.of(code, anyState)));
    }
}
