package dev.sandoo.server.rpc;

import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of a database to be made.
 *
 * @param demo whether it gets demo records
 * @param lang the code of its administrator's language
 * @param country the code of its company's country, in either case
 */
public record NewDatabase(
        String name,
        boolean demo,
        String lang,
        String login,
        String password,
        Optional<String> country,
        Optional<String> phone) {
    public NewDatabase {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(lang, "lang");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(password, "password");
        country = country.filter(code -> !code.isEmpty());
        phone = phone.filter(number -> !number.isEmpty());
    }

    @Override
    public String toString() {
        return "NewDatabase[" + name + "]";
    }
}
