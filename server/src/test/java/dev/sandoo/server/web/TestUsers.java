package dev.sandoo.server.web;

import dev.sandoo.server.TestSandoo;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;

/** People for tests of pages, made by a stock client, and what programs do in their name. */
final class TestUsers {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final String version;
    private final XmlRpcClient client = new XmlRpcClient();

    TestUsers(String version) {
        this.version = version;
        try {
            XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
            config.setServerURL(URI.create(TestSandoo.of(version).url() + "/xmlrpc/2/object")
                    .toURL());
            client.setConfig(config);
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    record Person(int uid, String login, String password) {}

    /** An employee without further rights. */
    Person employee() {
        return employee("Sam Doe");
    }

    /** A customer who may see their own documents. */
    Person customer() {
        return person("Pat Roe", "group_portal");
    }

    Person employee(String name) {
        return person(name, "group_user");
    }

    private Person person(String name, String groupName) {
        Object group = ((Map<?, ?>) ((Object[]) admin(
                                "ir.model.data",
                                "search_read",
                                List.of(List.of("module", "=", "base"), List.of("name", "=", groupName)),
                                List.of("res_id")))
                        [0])
                .get("res_id");
        String login = "person" + NEXT.getAndIncrement();
        String password = "secret of " + login;
        Object uid = admin(
                "res.users",
                "create",
                Map.of(
                        "name",
                        name,
                        "login",
                        login,
                        "password",
                        password,
                        version.equals("14.0") ? "groups_id" : "group_ids",
                        List.of(List.of(6, 0, List.of(group)))));
        return new Person((Integer) uid, login, password);
    }

    Object admin(String model, String method, Object... args) {
        return call(2, "admin", model, method, args);
    }

    /** What a call answers. */
    Object call(int uid, String secret, String model, String method, Object... args) {
        try {
            return client.execute(
                    "execute_kw", List.of(TestSandoo.database(version), uid, secret, model, method, List.of(args)));
        } catch (XmlRpcException e) {
            throw new Refused(e.code, e.getMessage());
        }
    }

    /** Whether a program may call in this user's name with this secret. */
    boolean mayCall(Person person, String secret) {
        try {
            call(person.uid(), secret, "res.country", "search_count", List.of());
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(int code, String message) {
            super(code + ": " + message);
        }
    }
}
