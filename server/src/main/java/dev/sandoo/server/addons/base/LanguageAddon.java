package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code res.lang}: which languages are in use, and which may go. Source: refusals of 19.0 over XML-RPC. */
public final class LanguageAddon implements Addon, ModelHooks {
    private static final String LANGUAGE = "res.lang";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(LANGUAGE, "get_installed", (self, arguments) -> installed(self.env()))
                .hooks(LANGUAGE, this);
    }

    private static Object installed(Environment env) {
        List<Object> pairs = new ArrayList<>();
        for (Records language : env.sudo().model(LANGUAGE).search(Condition.term("active", Operator.EQUALS, true))) {
            pairs.add(List.of(language.text("code"), language.text("name")));
        }
        return pairs;
    }

    @Override
    public void beforeWrite(Records languages, Map<String, Object> values) {
        for (Records language : languages) {
            if (values.containsKey("code") && !language.text("code").equals(values.get("code"))) {
                throw new UserError("Language code cannot be modified.");
            }
            if (values.containsKey("active") && !PythonValues.isTrue(values.get("active")) && language.bool("active")) {
                refuseIfUsed(language, "res.users", "users");
                refuseIfUsed(language, "res.partner", "contacts");
            }
        }
    }

    private static void refuseIfUsed(Records language, String model, String people) {
        Condition speaks = Condition.term("lang", Operator.EQUALS, language.text("code"));
        if (!language.env().sudo().model(model).search(speaks).isEmpty()) {
            throw new UserError("Cannot deactivate a language that is currently used by " + people + ".");
        }
    }

    @Override
    public void beforeUnlink(Records languages) {
        for (Records language : languages) {
            if (language.text("code").equals("en_US")) {
                throw new UserError("Base Language 'en_US' can not be deleted.");
            }
            if (language.bool("active")) {
                throw new UserError(
                        "You cannot delete the language which is Active!\n" + "Please de-activate the language first.");
            }
        }
    }
}
