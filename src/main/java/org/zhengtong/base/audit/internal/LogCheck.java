package org.zhengtong.base.audit.internal;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.LogVerdict;
import org.zhengtong.base.audit.LogVerdict.Fault;
import org.zhengtong.base.audit.LogVerifier.KeptHead;
import org.zhengtong.base.audit.TreeHash;
import org.zhengtong.base.audit.TreeHead;
import org.zhengtong.base.trust.TrustSuite;

/** Reads an exported log line by line, grows its tree again and compares it with every signed head. */
public final class LogCheck {

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final String DISCARD = "\"event\":\"" + YearlyUpkeep.DISCARD + "\"";
    private static final Pattern ENTRIES = Pattern.compile("\"entries\":\"(\\d{1,18})\"");
    private static final int MOST_IN_A_LINE = 1 << 20;

    private final @Nullable X509Certificate keptCertificate;
    private final @Nullable KeptHead keptHead;
    private final Map<String, X509Certificate> certificates = new HashMap<>();
    private TreeGrowth growth = new TreeGrowth(new TreeHasher("SHA-256"));
    private TreeHasher hasher = new TreeHasher("SHA-256");
    private long covered;
    private long gone;
    private long discarded;
    private long heads;
    private long line;
    private String keyId = "";
    private boolean ended;

    public LogCheck(@Nullable X509Certificate keptCertificate, @Nullable KeptHead keptHead) {
        this.keptCertificate = keptCertificate;
        this.keptHead = keptHead;
    }

    /** A certificate in PEM or DER. */
    public static X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509", BOUNCY_CASTLE)
                    .generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("--certificate", e);
        }
    }

    /** Reads the log to its end or to the first fault. */
    public LogVerdict read(InputStream log) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new ShortLines(new GZIPInputStream(log, 1 << 16)), StandardCharsets.UTF_8),
                1 << 16)) {
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                var fault = text.length() > MOST_IN_A_LINE ? unreadable(text) : step(text);
                if (fault != null) {
                    return fault;
                }
            }
            return line == 0 ? new LogVerdict.Unreadable(1, "") : end();
        } catch (EOFException cut) {
            return tampered(Fault.CUT);
        } catch (ZipException noLog) {
            return new LogVerdict.Unreadable(line + 1, noLog.getMessage());
        }
    }

    private @Nullable LogVerdict step(String text) {
        try {
            var field = text.split(" ", 7);
            if (line == 1) {
                return begin(field, text);
            }
            if (ended) {
                return tampered(Fault.ORDER);
            }
            return switch (field[0]) {
                case "entry" -> entry(field, text);
                case "missing" -> tampered(Fault.ORDER);
                case "gone" -> leaf(field, TreeHash.of(field[2]), true);
                case "certificate" -> keep(field);
                case "head" -> head(field);
                case "end" -> finish(field);
                default -> unreadable(text);
            };
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | DateTimeException
                | GeneralSecurityException e) {
            return unreadable(text);
        }
    }

    private @Nullable LogVerdict begin(String[] field, String text) {
        if (field.length != 3 || !field[0].equals(LogFile.NAME) || !field[1].equals(LogFile.VERSION)) {
            return unreadable(text);
        }
        hasher = new TreeHasher(hashOf(field[2]));
        growth = new TreeGrowth(hasher);
        return null;
    }

    private static String hashOf(String named) {
        for (var suite : TrustSuite.values()) {
            if (suite.hashAlgorithm().equals(named)) {
                return named;
            }
        }
        throw new IllegalArgumentException(named);
    }

    private @Nullable LogVerdict entry(String[] field, String text) {
        var before = field[0].length() + field[1].length() + field[2].length() + 3;
        var content = text.substring(before);
        var hash = hasher.leaf(content);
        if (content.contains(DISCARD)) {
            discarded += entriesIn(content);
        }
        return hash.equals(TreeHash.of(field[2])) ? leaf(field, hash, false) : tampered(Fault.ENTRY_CHANGED);
    }

    private static long entriesIn(String content) {
        var entries = ENTRIES.matcher(content);
        return entries.find() ? Long.parseLong(entries.group(1)) : 0;
    }

    private @Nullable LogVerdict leaf(String[] field, TreeHash hash, boolean withoutContent) {
        if (Long.parseLong(field[1]) != growth.size()) {
            return tampered(Fault.ORDER);
        }
        growth.add(hash);
        growth.takeNodes();
        gone += withoutContent ? 1 : 0;
        if (keptHead != null
                && keptHead.size() == growth.size()
                && !keptHead.root().equals(growth.root())) {
            return tampered(Fault.KEPT_HEAD);
        }
        return null;
    }

    private @Nullable LogVerdict keep(String[] field) throws GeneralSecurityException {
        var certificate = certificate(Base64.getDecoder().decode(field[2]));
        var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        if (!HexFormat.of().formatHex(digest, 0, 8).equals(field[1])) {
            return tampered(Fault.SIGNATURE);
        }
        certificates.put(field[1], certificate);
        return null;
    }

    private @Nullable LogVerdict head(String[] field) throws GeneralSecurityException {
        var root = TreeHash.of(field[2]);
        if (Long.parseLong(field[1]) != growth.size() || !root.equals(growth.root())) {
            return tampered(Fault.ROOT);
        }
        var certificate = certificates.get(field[4]);
        var signed = TreeHead.signedContent(growth.size(), root, Instant.parse(field[3]));
        if (certificate == null
                || !signedBy(certificate, field[5], signed, Base64.getDecoder().decode(field[6]))) {
            return tampered(Fault.SIGNATURE);
        }
        covered = growth.size();
        keyId = field[4];
        heads++;
        return null;
    }

    private static boolean signedBy(X509Certificate certificate, String algorithm, byte[] content, byte[] value) {
        for (var suite : TrustSuite.values()) {
            if (suite.signatureAlgorithm().equals(algorithm)) {
                try {
                    var signature = Signature.getInstance(algorithm, BOUNCY_CASTLE);
                    signature.initVerify(certificate.getPublicKey());
                    signature.update(content);
                    return signature.verify(value);
                } catch (GeneralSecurityException e) {
                    return false;
                }
            }
        }
        return false;
    }

    private @Nullable LogVerdict finish(String[] field) {
        ended = true;
        return Long.parseLong(field[1]) == growth.size() ? null : tampered(Fault.CUT);
    }

    private LogVerdict end() {
        if (!ended || keptHead != null && keptHead.size() > growth.size()) {
            return tampered(Fault.CUT);
        }
        if (covered < growth.size()) {
            return tampered(Fault.UNSIGNED);
        }
        if (gone != discarded) {
            return tampered(Fault.GONE);
        }
        if (keptCertificate != null && !keptCertificate.equals(certificates.get(keyId))) {
            return tampered(Fault.FOREIGN_KEY);
        }
        return new LogVerdict.Sound(growth.size(), gone, heads, keyId);
    }

    private LogVerdict tampered(Fault fault) {
        return new LogVerdict.Tampered(fault, growth.size(), covered);
    }

    private LogVerdict unreadable(String text) {
        return new LogVerdict.Unreadable(line, text.substring(0, Math.min(80, text.length())));
    }

    /** Stops at a line that no log has, before it is in memory: a small file can unpack to a line of gigabytes. */
    private static final class ShortLines extends FilterInputStream {
        private static final int MOST_BYTES = 4 * MOST_IN_A_LINE;

        private int length;

        ShortLines(InputStream log) {
            super(log);
        }

        @Override
        public int read(byte[] target, int offset, int most) throws IOException {
            var read = super.read(target, offset, most);
            for (var at = offset; at < offset + read; at++) {
                length = target[at] == '\n' ? 0 : length + 1;
                if (length > MOST_BYTES) {
                    throw new ZipException("A line that no log has");
                }
            }
            return read;
        }
    }
}
