package dev.sandoo.server.addons.account;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** The code of an account, which each company may set for itself, and what accounts are called. */
final class AccountCodes implements Addon {
    private static final String ACCOUNT = "account.account";
    private static final String CODE = "code";
    private static final String STORE = "code_store";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(ACCOUNT, List.of(CODE), List.of(STORE), AccountCodes::code)
                .inverse(ACCOUNT, CODE, AccountCodes::write)
                .search(ACCOUNT, CODE, AccountCodes::search)
                .constraint(ACCOUNT, List.of(CODE, STORE), AccountCodes::checkSet)
                .compute(ACCOUNT, "display_name", AccountCodes::names)
                .search(ACCOUNT, "display_name", AccountCodes::searchName);
    }

    private static void code(Records accounts, Compute.Results results) {
        accounts.values(STORE).forEach((id, code) -> results.set(id, CODE, code));
    }

    /** Where the code is a column of its own, it has been written already. */
    private static void write(Records accounts, Object value) {
        if (isByCompany(accounts.env())) {
            accounts.write(Map.of(STORE, value == null ? false : value));
        }
    }

    private static Condition search(Environment env, Operator operator, Object value) {
        return Condition.term(isByCompany(env) ? STORE : CODE, operator, value);
    }

    private static boolean isByCompany(Environment env) {
        return env.registry().model(ACCOUNT).fields().containsKey(STORE);
    }

    private static void checkSet(Records accounts) {
        if (!isByCompany(accounts.env())) {
            return;
        }
        for (Records account : accounts) {
            String code = account.text(STORE);
            if (code.isEmpty()) {
                throw new ValidationError("The code must be set for every company to which this account belongs.");
            }
            boolean twice = accounts.env()
                            .sudo()
                            .model(ACCOUNT)
                            .search(Condition.term(STORE, Operator.EQUALS, code))
                            .size()
                    > 1;
            if (twice) {
                throw new ValidationError("Account codes must be unique. You can't create accounts with these duplicate"
                        + " codes: " + code);
            }
        }
    }

    private static void names(Records accounts, Compute.Results results) {
        boolean coded = accounts.env().version().has("account.names-coded");
        for (Records account : accounts) {
            String name = account.text("name");
            results.set(account.id(), "display_name", coded ? account.text(CODE) + " " + name : name);
        }
    }

    /** Accounts are found by the beginning of their code or by their name. */
    private static Condition searchName(Environment env, Operator operator, Object value) {
        Condition name = Condition.term("name", operator, value);
        if (operator.isNegative() || !(value instanceof String text) || text.isEmpty()) {
            return name;
        }
        String code = text.split(" ")[0];
        return Condition.anyOf(List.of(Condition.term(CODE, Operator.EQUALS_LIKE, code + "%"), name));
    }
}
