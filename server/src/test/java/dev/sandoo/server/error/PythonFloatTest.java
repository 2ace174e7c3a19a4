package dev.sandoo.server.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFloatTest {
    /** Source: answers of Odoo 19.0 and 14.0 to the same doubles sent as a default of {@code get_param}. */
    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "-0.25, -0.25",
        "3, 3.0",
        "1000, 1000.0",
        "0.1, 0.1",
        "100, 100.0",
        "-7, -7.0",
        "1e20, 1e+20",
        "0.00001, 1e-05",
        "1e16, 1e+16",
        "1e15, 1000000000000000.0",
        "-0.0, -0.0",
        "0, 0.0",
        "123456789012345678, 1.2345678901234568e+17",
        "9007199254740993, 9007199254740992.0",
        "0.0001, 0.0001",
        "0.00012345, 0.00012345",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2e-3, 0.002",
        "2.0000000000000004, 2.0000000000000004",
        "9.999999999999999e22, 1e+23",
        "1e22, 1e+22",
        "1e23, 1e+23",
        "2.2e-322, 2.2e-322",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf",
        "1234.56, 1234.56",
        "0.30000000000000004, 0.30000000000000004",
        "0.000123, 0.000123",
        "0.0000123, 1.23e-05",
        "1.0821, 1.0821",
        "9.5367431640625e-07, 9.5367431640625e-07",
        "2.980232238769531e-07, 2.980232238769531e-07"
    })
    void printsAsPythonDoes(double value, String repr) {
        assertEquals(repr, PythonFloat.repr(value));
    }

    @Property
    void whatIsPrintedReadsBackAsTheSameNumber(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        String repr = PythonFloat.repr(value).replace("nan", "NaN").replace("inf", "Infinity");

        assertEquals(value, Double.parseDouble(repr));
    }
}
