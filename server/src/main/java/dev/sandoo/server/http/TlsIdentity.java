package dev.sandoo.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The certificates and the private key by which the server proves itself over TLS; read from PEM files. Immutable. */
public final class TlsIdentity {
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String PLAIN = "PRIVATE KEY";
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");
    private static final String ALIAS = "server";

    /** Guards an entry of a store that never leaves memory. */
    private static final char[] ENTRY_PASSWORD = "in memory".toCharArray();

    private final KeyStore store;

    private TlsIdentity(KeyStore store) {
        this.store = store;
    }

    /**
     * Reads both files.
     *
     * @param chain the server's certificate, followed by those of its issuers
     * @param key the key of that certificate, unencrypted PKCS #8
     * @throws HttpStartException when a file is unreadable, holds something else, or the two do not belong together
     */
    public static TlsIdentity read(Path chain, Path key) {
        Certificate[] certificates = certificates(chain);
        PrivateKey secret = key(key, certificates[0].getPublicKey().getAlgorithm());
        if (!belong(secret, certificates[0].getPublicKey())) {
            throw new HttpStartException(
                    "the key in " + key + " is not that of the first certificate in " + chain, null);
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, secret, ENTRY_PASSWORD, certificates);
            return new TlsIdentity(store);
        } catch (GeneralSecurityException | IOException error) {
            throw new HttpStartException(
                    "the certificates in " + chain
                            + " are no chain; put the server's own first, then its issuers' in turn",
                    error);
        }
    }

    /** What Jetty serves TLS with. */
    SslContextFactory.Server context() {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(store);
        context.setKeyStorePassword(new String(ENTRY_PASSWORD));
        // A certificate of one's own need not be in the name that a test happens to use.
        context.setSniRequired(false);
        return context;
    }

    private static Certificate[] certificates(Path file) {
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(content(file).getBytes(StandardCharsets.ISO_8859_1)));
            if (found.isEmpty()) {
                throw new CertificateException("none");
            }
            return found.toArray(Certificate[]::new);
        } catch (CertificateException error) {
            throw new HttpStartException(
                    "there is no certificate in " + file + "; give a PEM file with -----BEGIN CERTIFICATE----- lines",
                    error);
        }
    }

    private static PrivateKey key(Path file, String algorithm) {
        Matcher block = PRIVATE_KEY.matcher(content(file));
        if (!block.find()) {
            throw new HttpStartException(
                    "there is no private key in " + file + "; give a PEM file with a -----BEGIN PRIVATE KEY----- line",
                    null);
        }
        String kind = block.group(1);
        if (!kind.equals(PLAIN)) {
            String fault = kind.startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")
                    ? "is encrypted; decrypt it"
                    : "is of the kind " + kind + "; rewrite it";
            throw new HttpStartException(
                    "the private key in " + file + " " + fault
                            + " with: openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem",
                    null);
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(block.group(2));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException | IllegalArgumentException error) {
            // No cause: its message may hold a part of the key.
            throw new HttpStartException(
                    "the private key in " + file + " is broken, or is no " + algorithm
                            + " key as the certificate wants",
                    null);
        } catch (GeneralSecurityException error) {
            throw new HttpStartException("keys of the kind " + algorithm + " are not known to this Java", error);
        }
    }

    /** Whether what the one signs the other verifies. */
    private static boolean belong(PrivateKey secret, PublicKey open) {
        try {
            byte[] probe = "Sandoo".getBytes(StandardCharsets.US_ASCII);
            Signature signature = Signature.getInstance(SIGNATURES.getOrDefault(open.getAlgorithm(), "SHA256withRSA"));
            signature.initSign(secret);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException error) {
            return false;
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException error) {
            throw new HttpStartException(
                    "cannot read " + file + ": " + error.getClass().getSimpleName(), error);
        }
    }

    /** The key is secret. */
    @Override
    public String toString() {
        return "TlsIdentity[]";
    }
}
