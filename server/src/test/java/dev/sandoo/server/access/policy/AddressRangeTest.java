package dev.sandoo.server.access.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.7, true",
        "203.0.113.0/24, 203.0.114.7, false",
        "203.0.113.0/25, 203.0.113.128, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 8.8.8.8, false",
        "2001:db8::/32, 2001:db8:1::5, true",
        "2001:db8::/32, 2001:db9::5, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, [::ffff:a01:203], true",
        "fe80::/10, fe80::1%eth0, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "10.0.0.0/8, 10.1.2.3.example.org, false",
        "10.0.0.0/8, 012.1.2.3, false",
        "10.0.0.0/8, 10.256.0.1, false",
        "10.0.0.0/8, '10.0.0.1, 8.8.8.8', false",
        "10.0.0.0/8, 0x0a.0.0.1, false",
        "10.0.0.0/8, 167772161, false",
        "10.0.0.0/8, '', false",
        "10.0.0.0/8, localhost, false"
    })
    void holdsTheAddressesBehindItsPrefix(String range, String address, boolean inside) {
        assertEquals(inside, AddressRange.parse(range).contains(address));
    }
}
