package org.zhengtong.base.trust.internal.node;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.agreement.kdf.ConcatenationKDFGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.util.BigIntegers;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.Keys;

/**
 * Wrapped secrets begin with one octet that names the way: 1 for SM2 public key encryption (C1 C3 C2, SM3), 2 for ECIES on P-256
 * (ephemeral point, one-step key derivation of NIST SP 800-56C with SHA-256, AES-256-GCM).
 */
@Component
class NodeConfidences implements Confidences {

    private static final byte BY_SM2 = 1;
    private static final byte BY_ECIES = 2;
    private static final int POINT = 65;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyCabinet cabinet;

    NodeConfidences(KeyCabinet cabinet) {
        this.cabinet = cabinet;
    }

    @Override
    public byte[] newSecret(TrustSuite suite) {
        var secret = new byte[suite == TrustSuite.SM2 ? 16 : 32];
        RANDOM.nextBytes(secret);
        return secret;
    }

    @Override
    public byte[] wrap(byte[] secret, String encryptionPem) {
        var key = PartnerKeys.read(encryptionPem).getPublicKey();
        try {
            return Keys.suiteOf(key) == TrustSuite.SM2
                    ? marked(BY_SM2, sm2(true, new ParametersWithRandom(publicKey(key), RANDOM), secret))
                    : marked(BY_ECIES, ecies(publicKey(key), secret));
        } catch (GeneralSecurityException | CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        try {
            var body = Arrays.copyOfRange(wrapped, 1, Math.max(1, wrapped.length));
            return switch (wrapped.length < POINT + 1 ? 0 : wrapped[0]) {
                case BY_SM2 ->
                    sm2(false, privateKey(cabinet.exchange(TrustSuite.SM2).key()), body);
                case BY_ECIES ->
                    fromEcies(privateKey(cabinet.exchange(TrustSuite.ECDSA).key()), body);
                default -> throw new SecurityException("Not a wrapped secret");
            };
        } catch (GeneralSecurityException | CryptoException | IllegalArgumentException e) {
            throw new SecurityException("Not wrapped for this node", e);
        }
    }

    private static byte[] sm2(boolean forward, org.bouncycastle.crypto.CipherParameters key, byte[] content)
            throws CryptoException {
        var engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.init(forward, key);
        return engine.processBlock(content, 0, content.length);
    }

    private static byte[] ecies(ECPublicKeyParameters receiver, byte[] secret) throws GeneralSecurityException {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(receiver.getParameters(), RANDOM));
        var pair = generator.generateKeyPair();
        var point = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        var key = agreed((ECPrivateKeyParameters) pair.getPrivate(), receiver, point);
        var sealed = gcm(Cipher.ENCRYPT_MODE, TrustSuite.ECDSA, key, 0, point).doFinal(secret);
        return ByteBuffer.allocate(POINT + sealed.length).put(point).put(sealed).array();
    }

    private static byte[] fromEcies(ECPrivateKeyParameters own, byte[] body) throws GeneralSecurityException {
        var point = Arrays.copyOf(body, POINT);
        var sender = new ECPublicKeyParameters(own.getParameters().getCurve().decodePoint(point), own.getParameters());
        var key = agreed(own, sender, point);
        return gcm(Cipher.DECRYPT_MODE, TrustSuite.ECDSA, key, 0, point)
                .doFinal(Arrays.copyOfRange(body, POINT, body.length));
    }

    private static byte[] agreed(ECPrivateKeyParameters own, ECPublicKeyParameters other, byte[] point) {
        var agreement = new ECDHBasicAgreement();
        agreement.init(own);
        var shared = BigIntegers.asUnsignedByteArray(32, agreement.calculateAgreement(other));
        var derivation = new ConcatenationKDFGenerator(SHA256Digest.newInstance());
        derivation.init(new KDFParameters(shared, point));
        var key = new byte[32];
        derivation.generateBytes(key, 0, key.length);
        return key;
    }

    @Override
    public byte[] encrypt(Piece piece, byte[] plain) {
        try {
            return gcm(Cipher.ENCRYPT_MODE, piece.suite(), piece.secret(), piece.number(), piece.label())
                    .doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] decrypt(Piece piece, byte[] encrypted) {
        try {
            return gcm(Cipher.DECRYPT_MODE, piece.suite(), piece.secret(), piece.number(), piece.label())
                    .doFinal(encrypted);
        } catch (GeneralSecurityException e) {
            throw new SecurityException("The piece was changed", e);
        }
    }

    /** The number of the piece is its nonce: each secret belongs to one content, so no nonce comes twice. */
    private static Cipher gcm(int mode, TrustSuite suite, byte[] secret, int number, byte[] label)
            throws GeneralSecurityException {
        var sm4 = suite == TrustSuite.SM2;
        Provider provider = CertificateAuthority.PROVIDER;
        var cipher = sm4 ? Cipher.getInstance("SM4/GCM/NoPadding", provider) : Cipher.getInstance("AES/GCM/NoPadding");
        var nonce = ByteBuffer.allocate(12).putInt(8, number).array();
        cipher.init(mode, new SecretKeySpec(secret, sm4 ? "SM4" : "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label);
        return cipher;
    }

    private static byte[] marked(byte way, byte[] content) {
        return ByteBuffer.allocate(content.length + 1).put(way).put(content).array();
    }

    private static ECPublicKeyParameters publicKey(PublicKey key) throws GeneralSecurityException {
        return (ECPublicKeyParameters) ECUtil.generatePublicKeyParameter(key);
    }

    private static ECPrivateKeyParameters privateKey(PrivateKey key) throws GeneralSecurityException {
        return (ECPrivateKeyParameters) ECUtil.generatePrivateKeyParameter(key);
    }
}
