package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsIdentityTest {
    @TempDir
    private static Path folder;

    private static TestCertificate rsa;
    private static TestCertificate ec;

    @BeforeAll
    static void makeCertificates() throws Exception {
        rsa = new TestCertificate(folder, "rsa", "RSA");
        ec = new TestCertificate(folder, "ec", "EC");
    }

    @Test
    void certificateAndKeyOfEitherKindAreTaken() throws Exception {
        assertEquals("TlsIdentity[]", TlsIdentity.read(rsa.chain(), rsa.key()).toString());
        assertEquals("TlsIdentity[]", TlsIdentity.read(ec.chain(), ec.key()).toString());
    }

    @Test
    void keyOfAnotherCertificateIsRefused() throws Exception {
        TestCertificate other = new TestCertificate(folder, "other", "RSA");

        assertEquals(
                "the key in " + other.key() + " is not that of the first certificate in " + rsa.chain(),
                refusal(rsa.chain(), other.key()));
    }

    @Test
    void keyOfAnotherKindIsRefused() throws Exception {
        assertEquals(
                "the private key in " + ec.key() + " is broken, or is no RSA key as the certificate wants",
                refusal(rsa.chain(), ec.key()));
    }

    @Test
    void swappedFilesAreRefused() throws Exception {
        assertEquals(
                "there is no certificate in " + rsa.key() + "; give a PEM file with -----BEGIN CERTIFICATE----- lines",
                refusal(rsa.key(), rsa.chain()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENCRYPTED PRIVATE KEY | is encrypted; decrypt it",
                "RSA PRIVATE KEY | is of the kind RSA PRIVATE KEY; rewrite it"
            })
    void keyThatCannotBeReadIsRefusedWithTheRemedy(String kind, String fault) throws Exception {
        Path key = Files.writeString(
                folder.resolve("odd.pem"), "-----BEGIN " + kind + "-----\nAAAA\n-----END " + kind + "-----\n");

        assertEquals(
                "the private key in " + key + " " + fault
                        + " with: openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem",
                refusal(rsa.chain(), key));
    }

    @Test
    void fileThatIsNotThereIsNamed() throws Exception {
        Path missing = folder.resolve("missing.pem");

        assertEquals("cannot read " + missing + ": NoSuchFileException", refusal(missing, rsa.key()));
    }

    private static String refusal(Path chain, Path key) {
        return assertThrows(HttpStartException.class, () -> TlsIdentity.read(chain, key))
                .getMessage();
    }
}
