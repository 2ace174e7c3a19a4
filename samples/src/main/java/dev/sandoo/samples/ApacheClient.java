package dev.sandoo.samples;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;

/** The same first steps with Apache XML-RPC, which Odoo's documentation shows for Java: {@code URL DATABASE LOGIN PASSWORD}. */
public final class ApacheClient {
    private ApacheClient() {}

    public static void main(String[] args) throws Exception {
        String url = args[0];
        String database = args[1];
        String password = args[3];
        XmlRpcClient common = client(url + "/xmlrpc/2/common");
        Object uid = common.execute("authenticate", List.of(database, args[2], password, Map.of()));
        XmlRpcClient models = client(url + "/xmlrpc/2/object");

        Object partner = models.execute(
                "execute_kw",
                List.of(database, uid, password, "res.partner", "create", List.of(Map.of("name", "Café 漢字"))));
        Object[] read = (Object[]) models.execute(
                "execute_kw",
                List.of(
                        database,
                        uid,
                        password,
                        "res.partner",
                        "read",
                        List.of(List.of(partner)),
                        Map.of("fields", List.of("name"))));
        System.out.println(((Map<?, ?>) read[0]).get("name"));
        try {
            models.execute("execute_kw", List.of(database, uid, password, "res.partner", "no_such_method", List.of()));
        } catch (XmlRpcException fault) {
            System.out.println("fault " + fault.code);
        }
        Object deleted = models.execute(
                "execute_kw", List.of(database, uid, password, "res.partner", "unlink", List.of(List.of(partner))));
        System.out.println("deleted " + deleted);
    }

    private static XmlRpcClient client(String address) throws MalformedURLException {
        XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
        config.setServerURL(URI.create(address).toURL());
        XmlRpcClient client = new XmlRpcClient();
        client.setConfig(config);
        return client;
    }
}
