package org.zhengtong.base.trust.internal.authority;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.TrustProblem;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;

/**
 * The node's own keys: root, issuing authority and signer of each suite ever used, those for time stamps and status answers,
 * and the key that wraps the departments' seal keys. Opened on first use; each is made when it is needed for the first time.
 */
@Component
public class KeyCabinet {

    private static final String WRAPPING = "wrapping";
    private static final Map<String, OwnKey> OWN_KEYS = Map.of(
            "signer", new OwnKey("Node Signer", CertificateUse.SIGNER),
            "exchange", new OwnKey("Node Encryption", CertificateUse.ENCRYPTION),
            "stamps", new OwnKey("Time Stamps", CertificateUse.TIME_STAMPS),
            "status", new OwnKey("Status Answers", CertificateUse.STATUS_ANSWERS));

    /** A key of the node below its authority: the role in its name, and what it may be used for. */
    private record OwnKey(String role, CertificateUse use) {}

    private final KeyHolder holder;
    private final TrustSettings settings;
    private final PublishedAddresses addresses;
    private final Clock clock;
    // The store derives its key anew for every look (a fifth of a second of work), so what was opened stays open.
    private final Map<String, KeyPairWithCertificate> openedPairs = new ConcurrentHashMap<>();
    private @Nullable KeyStore opened;
    private @Nullable SecretKey openedWrapping;

    public KeyCabinet(KeyHolder holder, TrustSettings settings, PublishedAddresses addresses, Clock clock) {
        this.holder = holder;
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
    }

    public KeyPairWithCertificate issuing() {
        return issuing(settings.suite());
    }

    public KeyPairWithCertificate issuing(TrustSuite suite) {
        return require("issuing", suite);
    }

    public KeyPairWithCertificate root(TrustSuite suite) {
        return require("root", suite);
    }

    public KeyPairWithCertificate signer() {
        return require("signer", settings.suite());
    }

    /** Decrypts what other nodes encrypted for this one. */
    public KeyPairWithCertificate exchange(TrustSuite suite) {
        return require("exchange", suite);
    }

    /** Signs time stamps. */
    public KeyPairWithCertificate stamps(TrustSuite suite) {
        return require("stamps", suite);
    }

    /** Answers whether certificates hold. */
    public KeyPairWithCertificate status(TrustSuite suite) {
        return require("status", suite);
    }

    public boolean holds(TrustSuite suite) {
        return holder.holds(suite);
    }

    /** Makes certificates over other people's keys. */
    public CertificateAuthority authority(TrustSuite suite) {
        return new CertificateAuthority(suite, CertificateAuthority.PROVIDER, addresses, clock);
    }

    public Provider wrappingProvider() {
        return holder.wrappingProvider();
    }

    public synchronized SecretKey wrappingKey() {
        try {
            var known = openedWrapping;
            if (known == null) {
                known = (SecretKey) store().getKey(WRAPPING, holder.password());
                openedWrapping = known;
            }
            return known;
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    /** All certificates of one kind, of every suite. */
    public List<X509Certificate> certificates(String kind) {
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
        return openedPairs.computeIfAbsent(alias(kind, suite), alias -> open(kind, suite));
    }

    private KeyPairWithCertificate open(String kind, TrustSuite suite) {
        var alias = alias(kind, suite);
        try {
            var store = storeWith(kind, suite);
            return new KeyPairWithCertificate(
                    (PrivateKey) store.getKey(alias, holder.password()),
                    Keys.certificate(store.getCertificate(alias).getEncoded()),
                    holder.provider());
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    private KeyStore store() {
        return storeWith("signer", settings.suite());
    }

    /** The store, completed with this key when it is not there yet. */
    private synchronized KeyStore storeWith(String kind, TrustSuite suite) {
        try {
            var known = opened;
            if (known == null || !known.containsAlias(alias(kind, suite))) {
                known = holder.openAndComplete((store, password) -> complete(store, password, kind, suite));
                opened = known;
            }
            return known;
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    /** Adds what this key needs and is not there yet; says whether anything was added. */
    private boolean complete(KeyStore store, char[] password, String kind, TrustSuite suite)
            throws GeneralSecurityException {
        var wanting = !store.containsAlias(WRAPPING);
        if (wanting) {
            store.setKeyEntry(WRAPPING, new SecretKeySpec(CabinetFile.randomBytes(32), "AES"), password, null);
        }
        if (store.containsAlias(alias(kind, suite))) {
            return wanting;
        }
        var authority = new CertificateAuthority(suite, holder.provider(), addresses, clock);
        if (!store.containsAlias(alias("issuing", suite))) {
            var root = authority.root(name("Root CA", suite));
            var issuing = authority.make(name("Issuing CA", suite), CertificateUse.ISSUING, root);
            put(store, alias("root", suite), root, password);
            put(store, alias("issuing", suite), issuing, password);
        }
        var own = OWN_KEYS.get(kind);
        if (own != null) {
            var issuing = new KeyPairWithCertificate(
                    (PrivateKey) store.getKey(alias("issuing", suite), password),
                    Keys.certificate(
                            store.getCertificate(alias("issuing", suite)).getEncoded()),
                    holder.provider());
            put(store, alias(kind, suite), authority.make(name(own.role(), suite), own.use(), issuing), password);
        }
        return true;
    }

    private X500Name name(String role, TrustSuite suite) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, settings.authority())
                .addRDN(BCStyle.CN, settings.authority() + " " + role + " " + suite)
                .build();
    }

    private static void put(KeyStore store, String alias, KeyPairWithCertificate entry, char[] password)
            throws GeneralSecurityException {
        store.setKeyEntry(alias, entry.key(), password, new X509Certificate[] {entry.certificate()});
    }

    public static String alias(String kind, TrustSuite suite) {
        return kind + "-" + suite.name().toLowerCase(Locale.ROOT);
    }

    private ProblemException unreadable(GeneralSecurityException cause) {
        var problem = new ProblemException(TrustProblem.CABINET_UNREADABLE, holder.place());
        problem.initCause(cause);
        return problem;
    }
}
