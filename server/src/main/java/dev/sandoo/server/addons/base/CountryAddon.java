package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.GenericMethods;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Countries are found by their code first; states and banks are called by more than their name. */
public final class CountryAddon implements Addon {
    private static final String COUNTRY = "res.country";
    private static final int CODE_LENGTH = 2;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(COUNTRY, "name_search", CountryAddon::nameSearch)
                .computeEach(
                        "res.country.state",
                        "display_name",
                        List.of("name", "country_id.code"),
                        CountryAddon::stateName)
                .computeEach("res.bank", "display_name", List.of("name", "bic"), CountryAddon::bankName);
    }

    private static Object stateName(Records state) {
        String code = state.text("country_id.code");
        return state.text("name") + (code.isEmpty() ? "" : " (" + code + ")");
    }

    private static Object bankName(Records bank) {
        String bic = bank.text("bic");
        return bank.text("name") + (bic.isEmpty() ? "" : " - " + bic);
    }

    private static Object nameSearch(Records self, Arguments arguments) {
        if (!(arguments.get("name") instanceof String name) || name.length() != CODE_LENGTH) {
            return GenericMethods.nameSearch(self, arguments);
        }
        boolean separately = arguments.values().containsKey("args");
        Condition asked = GenericMethods.condition(self, arguments.get(separately ? "args" : "domain"));
        Records coded = self.search(Condition.term("code", Operator.EQUALS, name.toUpperCase(Locale.ROOT))
                .and(asked));
        List<Object> pairs = new ArrayList<>();
        coded.forEach(country -> pairs.add(List.of(country.id(), country.text("display_name"))));
        List<?> others = (List<?>) GenericMethods.nameSearch(self, arguments);
        others.stream().filter(pair -> !pairs.contains(pair)).forEach(pairs::add);
        int limit = arguments.count("limit").orElse(Integer.MAX_VALUE);
        return separately || pairs.size() <= limit ? pairs : pairs.subList(0, limit);
    }
}
