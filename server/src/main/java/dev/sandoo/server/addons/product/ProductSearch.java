package dev.sandoo.server.addons.product;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds products by code, barcode or name; a code that fits exactly comes before everything else. */
final class ProductSearch {
    private static final Pattern BRACKETED = Pattern.compile("(\\[(.*?)\\])");

    private ProductSearch() {}

    static Condition byName(Environment env, Operator operator, Object value) {
        if (isNegative(operator)) {
            return Condition.term("default_code", operator, value).and(Condition.term("name", operator, value));
        }
        if (value instanceof String text && !text.isEmpty()) {
            for (Condition exact : List.of(
                    Condition.term("default_code", Operator.EQUALS, text),
                    Condition.term("barcode", Operator.EQUALS, text))) {
                if (exists(env, exact)) {
                    return exact;
                }
            }
            return wide(env, operator, text);
        }
        return Condition.term("name", operator, value);
    }

    static Condition templatesByName(Environment env, Operator operator, Object value) {
        if (isNegative(operator)) {
            return Condition.term("default_code", operator, value).and(Condition.term("name", operator, value));
        }
        return Condition.anyOf(List.of(
                Condition.term("name", operator, value),
                Condition.term("product_variant_ids.default_code", operator, value),
                Condition.term("product_variant_ids.barcode", operator, value)));
    }

    private static Condition wide(Environment env, Operator operator, String text) {
        Condition either = Condition.anyOf(
                List.of(Condition.term("default_code", operator, text), Condition.term("name", operator, text)));
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.find() && !exists(env, either)) {
            return Condition.term("default_code", Operator.EQUALS, bracketed.group(2));
        }
        return either;
    }

    private static boolean exists(Environment env, Condition condition) {
        return !env.model(ProductAddon.PRODUCT).search(condition).isEmpty();
    }

    private static boolean isNegative(Operator operator) {
        String text = operator.canonical().text();
        return text.startsWith("not ") || text.equals(Operator.NOT_EQUALS.text());
    }
}
