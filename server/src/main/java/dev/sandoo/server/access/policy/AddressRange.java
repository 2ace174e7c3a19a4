package dev.sandoo.server.access.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation, such as {@code 203.0.113.0/24} or {@code 2001:db8::/32}; without a slash, one
 * address. An IPv4 address that comes as an IPv6 one is the same address. Immutable.
 */
public final class AddressRange {
    private static final Pattern V4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int MAPPED_PREFIX = 12;

    private final String text;
    private final byte[] network;
    private final int bits;

    private AddressRange(String text, byte[] network, int bits) {
        this.text = text;
        this.network = network;
        this.bits = bits;
    }

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wrong
     */
    public static AddressRange parse(String text) {
        Objects.requireNonNull(text, "text");
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(
                        text + " is no address; write it as 203.0.113.0/24 or 2001:db8::/32"));
        int most = address.length * Byte.SIZE;
        int bits = slash < 0 ? most : bits(text, text.substring(slash + 1), most);
        if (!Arrays.equals(address, masked(address, bits))) {
            throw new IllegalArgumentException(
                    text + " has bits behind its prefix; write " + shown(masked(address, bits)) + "/" + bits);
        }
        return new AddressRange(text, address, bits);
    }

    private static int bits(String text, String written, int most) {
        if (!written.matches("\\d{1,3}") || Integer.parseInt(written) > most) {
            throw new IllegalArgumentException(text + " must end in a prefix length of 0 to " + most);
        }
        return Integer.parseInt(written);
    }

    /** Whether the address lies in the range; what is no address lies in none. */
    public boolean contains(String address) {
        return address(address)
                .filter(bytes -> bytes.length == network.length)
                .map(bytes -> Arrays.equals(network, masked(bytes, bits)))
                .orElse(false);
    }

    /** The bytes of an address that is written in numbers; names are not looked up. */
    private static Optional<byte[]> address(String text) {
        String plain = text.strip();
        if (plain.startsWith("[") && plain.endsWith("]")) {
            plain = plain.substring(1, plain.length() - 1);
        }
        if (V4.matcher(plain).matches()) {
            return v4(plain);
        }
        int zone = plain.indexOf('%'); // only version 6 has zones
        if (zone > 0) {
            plain = plain.substring(0, zone);
        }
        if (!V6.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(unmapped(InetAddress.getByName(plain).getAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> v4(String plain) {
        String[] parts = plain.split("\\.");
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int part = Integer.parseInt(parts[i]);
            // A leading zero means octal to some programs and nothing to others: such an address is none.
            if (part > 255 || parts[i].length() > 1 && parts[i].startsWith("0")) {
                return Optional.empty();
            }
            bytes[i] = (byte) part;
        }
        return Optional.of(bytes);
    }

    private static byte[] unmapped(byte[] bytes) {
        boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
        for (int i = 0; mapped && i < 10; i++) {
            mapped = bytes[i] == 0;
        }
        return mapped ? Arrays.copyOfRange(bytes, MAPPED_PREFIX, bytes.length) : bytes;
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            masked[i] = (byte) (masked[i] & (0xFF << (Byte.SIZE - kept)));
        }
        return masked;
    }

    private static String shown(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
