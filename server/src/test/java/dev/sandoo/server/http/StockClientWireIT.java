package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.wire.FakeServices;
import dev.sandoo.server.wire.TestVersions;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Apache's XML-RPC client as it comes, which many Java programs talk to Odoo with. */
class StockClientWireIT {
    @AutoClose
    private final HttpServer server = new HttpServer(
                    HttpSettings.of("127.0.0.1", 0), Routes.of(TestVersions.V19, new FakeServices(TestVersions.V19)))
            .start();

    @Test
    void versionIsAMap() throws Exception {
        Map<?, ?> version = (Map<?, ?>) client("/xmlrpc/2/common").execute("version", List.of());

        assertEquals("19.0", version.get("server_version"));
        assertArrayEquals(new Object[] {19, 0, 0, "final", 0, ""}, (Object[]) version.get("server_version_info"));
    }

    @Test
    void valuesComeBackAsTheyWent() throws Exception {
        assertEquals(5, echo(5));
        assertEquals(true, echo(true));
        assertEquals(1.5, echo(1.5));
        assertEquals("été <&> 漢", echo("été <&> 漢"));
        assertArrayEquals(new Object[] {1, "a"}, (Object[]) echo(List.of(1, "a")));
        assertEquals(Map.of("a", 1), echo(Map.of("a", 1)));
        assertArrayEquals(new byte[] {1, 2}, (byte[]) echo(new byte[] {1, 2}));
    }

    /** Its writer makes two surrogate references of an emoji. Source: answers of both versions to such references. */
    @Test
    void emojiIsAFaultAsInOdoo() {
        XmlRpcException fault = assertThrows(XmlRpcException.class, () -> echo("😀"));

        assertEquals(1, fault.code);
        assertTrue(fault.getMessage().contains("xml.parsers.expat.ExpatError"), fault.getMessage());
    }

    @Test
    void faultHasItsCode() {
        XmlRpcException fault = assertThrows(
                XmlRpcException.class, () -> client("/xmlrpc/2/common").execute("nope", List.of()));

        assertEquals(1, fault.code);
        assertTrue(fault.getMessage().endsWith("Exception: Method not found: nope\n"), fault.getMessage());
    }

    /** With extensions the client sends {@code ex:nil} and {@code ex:i8} under a prefix of its own, which Odoo reads. */
    @Test
    void extensionsThatOdooReadsAreRead() throws Exception {
        XmlRpcClient client = client("/xmlrpc/2/object");
        ((XmlRpcClientConfigImpl) client.getClientConfig()).setEnabledForExtensions(true);

        assertEquals(7, client.execute("execute_kw", call(7L)));
    }

    private Object echo(Object value) throws Exception {
        return client("/xmlrpc/2/object").execute("execute_kw", call(value));
    }

    private static List<Object> call(Object value) {
        return List.of("db", 2, "secret", "ir.config_parameter", "get_param", List.of("key", value));
    }

    private XmlRpcClient client(String path) throws MalformedURLException {
        XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
        config.setServerURL(server.url().resolve(path).toURL());
        XmlRpcClient client = new XmlRpcClient();
        client.setConfig(config);
        return client;
    }
}
