package dev.sandoo.server.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a database. They ask for it by their parameters: a {@link Sandoo}, an
 * {@link dev.sandoo.client.OdooClient} of the administrator, or the server's address as a {@link java.net.URI}.
 *
 * <pre>{@code
 * @SandooTest
 * class CustomerImportTest {
 *     @Test
 *     void importsOnce(OdooClient odoo, Sandoo sandoo) {
 *         new CustomerImport(odoo).run();
 *         sandoo.calls("res.partner", "create").withValue("values.email").exactly(1);
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandooExtension.class)
public @interface SandooTest {
    /** The version of Odoo to stand in for: {@code 19.0} or {@code 14.0}. */
    String version() default "19.0";

    /** When tests get a fresh database. */
    Fresh fresh() default Fresh.PER_TEST;
}
