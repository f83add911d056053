package org.zhengtong.base.trust.internal;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.TrustProblem;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;

/**
 * The node's own keys, in {@code <data-dir>/trust}: root, issuing authority and signer of each suite ever used, and the key
 * that wraps the departments' seal keys. Opened on first use, made on the very first one.
 */
@Component
class KeyCabinet {

    private static final String WRAPPING = "wrapping";

    private final CabinetFile file;
    private final TrustSettings settings;
    private final Clock clock;
    // The store derives its key anew for every look (a fifth of a second of work), so what was opened stays open.
    private final Map<String, KeyPairWithCertificate> openedPairs = new ConcurrentHashMap<>();
    private @Nullable KeyStore opened;
    private @Nullable SecretKey openedWrapping;

    KeyCabinet(@Value("${zhengtong.data-dir:var}") Path dataFolder, TrustSettings settings, Clock clock) {
        this.file = new CabinetFile(dataFolder.resolve("trust"));
        this.settings = settings;
        this.clock = clock;
    }

    KeyPairWithCertificate issuing() {
        return require("issuing", settings.suite());
    }

    KeyPairWithCertificate signer() {
        return require("signer", settings.suite());
    }

    synchronized SecretKey wrappingKey() {
        try {
            var known = openedWrapping;
            if (known == null) {
                known = (SecretKey) store().getKey(WRAPPING, file.password());
                openedWrapping = known;
            }
            return known;
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    /** All certificates of one kind, of every suite. */
    List<X509Certificate> certificates(String kind) {
        try {
            var found = new ArrayList<X509Certificate>();
            for (var alias : Collections.list(store().aliases())) {
                if (alias.startsWith(kind + "-")) {
                    found.add((X509Certificate) store().getCertificate(alias));
                }
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    private KeyPairWithCertificate require(String kind, TrustSuite suite) {
        return openedPairs.computeIfAbsent(alias(kind, suite), this::open);
    }

    private KeyPairWithCertificate open(String alias) {
        try {
            return new KeyPairWithCertificate((PrivateKey) store().getKey(alias, file.password()), (X509Certificate)
                    store().getCertificate(alias));
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    private synchronized KeyStore store() {
        if (opened == null) {
            opened = file.openAndComplete(this::complete);
        }
        return opened;
    }

    /** Adds what this suite needs and is not there yet; says whether anything was added. */
    private boolean complete(KeyStore store, char[] password) throws GeneralSecurityException {
        var suite = settings.suite();
        if (store.containsAlias(alias("signer", suite)) && store.containsAlias(WRAPPING)) {
            return false;
        }
        if (!store.containsAlias(WRAPPING)) {
            store.setKeyEntry(WRAPPING, new SecretKeySpec(CabinetFile.randomBytes(32), "AES"), password, null);
        }
        var authority = new CertificateAuthority(suite, clock);
        var root = authority.root(name("Root CA", suite).build());
        var issuing = authority.issuing(name("Issuing CA", suite).build(), root);
        var signer = authority.signing(name("Node Signer", suite).build(), issuing, CertificateAuthority.SIGNER_LIFE);
        put(store, alias("root", suite), root, password);
        put(store, alias("issuing", suite), issuing, password);
        put(store, alias("signer", suite), signer, password);
        return true;
    }

    private X500NameBuilder name(String role, TrustSuite suite) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, settings.authority())
                .addRDN(BCStyle.CN, settings.authority() + " " + role + " " + suite);
    }

    private static void put(KeyStore store, String alias, KeyPairWithCertificate entry, char[] password)
            throws GeneralSecurityException {
        store.setKeyEntry(alias, entry.key(), password, new X509Certificate[] {entry.certificate()});
    }

    private static String alias(String kind, TrustSuite suite) {
        return kind + "-" + suite.name().toLowerCase(Locale.ROOT);
    }

    private ProblemException unreadable(GeneralSecurityException cause) {
        var problem = new ProblemException(TrustProblem.CABINET_UNREADABLE, file.folder());
        problem.initCause(cause);
        return problem;
    }
}
