package dev.andon.mqtt.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority made for one test by the JDK's keytool, and one certificate of it.
///
/// @param folder where its files lie
public record TestAuthority(Path folder) {
    private static final char[] SECRET = "for-tests-only".toCharArray();
    private static final int LINE = 64;

    /// Makes one; a folder of its own for each.
    ///
    /// @param names of the server, as keytool writes them: `ip:127.0.0.1,dns:localhost`
    public static TestAuthority in(Path folder, String names) {
        TestAuthority made = new TestAuthority(folder);
        try {
            Files.createDirectories(folder);
            made.make(names);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("keytool did not make certificates", e);
        }
        return made;
    }

    /// The authority's certificate, PEM.
    public Path caFile() {
        return folder.resolve("ca.pem");
    }

    /// The server's, PEM.
    public Path certificateFile() {
        return folder.resolve("server.pem");
    }

    /// The server's key, PEM, PKCS 8.
    public Path keyFile() {
        return folder.resolve("server-key.pem");
    }

    /// The server's key and certificates, PKCS 12.
    public Path keyStore() {
        return folder.resolve("server.p12");
    }

    /// Of [#keyStore].
    public String secret() {
        return new String(SECRET);
    }

    /// A context that trusts this authority and no other.
    public SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load((KeyStore.LoadStoreParameter) null);
            trusted.setCertificateEntry("ca", store("ca.p12").getCertificate("ca"));
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void make(String names) throws IOException, GeneralSecurityException {
        keytool(
                "-genkeypair -alias ca -keystore ca.p12 -keyalg EC -groupname secp256r1 -dname"
                        + " CN=authority -ext bc:c -validity 2");
        keytool(
                "-genkeypair -alias server -keystore server.p12 -keyalg EC -groupname secp256r1"
                        + " -dname CN=server -validity 2");
        keytool("-certreq -alias server -keystore server.p12 -file server.csr");
        keytool(
                "-gencert -alias ca -keystore ca.p12 -infile server.csr -outfile server.der"
                        + " -validity 2 -ext san="
                        + names);
        keytool("-exportcert -alias ca -keystore ca.p12 -file ca.der");
        keytool("-importcert -noprompt -alias ca -keystore server.p12 -file ca.der");
        keytool("-importcert -noprompt -alias server -keystore server.p12 -file server.der");
        KeyStore server = store("server.p12");
        pem(caFile(), "CERTIFICATE", server.getCertificate("ca").getEncoded());
        Certificate own = server.getCertificate("server");
        pem(certificateFile(), "CERTIFICATE", own.getEncoded());
        Key key = server.getKey("server", SECRET);
        pem(keyFile(), "PRIVATE KEY", key.getEncoded());
    }

    private void keytool(String arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", secret()));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (InputStream said = process.getInputStream()) {
            String words = new String(said.readAllBytes());
            if (process.waitFor() != 0) {
                throw new IOException("keytool " + arguments + ": " + words);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private KeyStore store(String name) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, SECRET);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pem(Path file, String kind, byte[] der) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(
                                kind,
                                Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der),
                                kind));
    }
}
