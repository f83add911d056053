package org.zhengtong.base.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.internal.LogCheck;

/**
 * Checks an exported log without the platform and its database: {@code java -jar zhengtong.jar verify-log audit-log.gz}.
 *
 * <p>The log alone proves that it was not changed since its heads were signed. Who fears that a log was made anew from the
 * first entry gives what he kept elsewhere: {@code --certificate kept.pem} and {@code --head kept.json}, a head as
 * {@code /log/heads/latest} publishes it.
 */
public final class LogVerifier {

    private static final Pattern SIZE = Pattern.compile("\"size\"\\s*:\\s*(\\d{1,18})");
    private static final Pattern ROOT = Pattern.compile("\"root\"\\s*:\\s*\"([0-9a-f]{64})\"");
    private static final int SOUND = 0;
    private static final int TAMPERED = 1;
    private static final int NOT_USABLE = 2;

    private LogVerifier() {}

    /** A head that somebody kept elsewhere. */
    public record KeptHead(long size, TreeHash root) {}

    /** Checks a log as {@link AuditProofs#export} writes it; what was kept elsewhere may be null. */
    public static LogVerdict check(
            InputStream log, @Nullable X509Certificate keptCertificate, @Nullable KeptHead keptHead)
            throws IOException {
        return new LogCheck(keptCertificate, keptHead).read(log);
    }

    /** Runs the command and says what was found in Chinese and English; 0 sound, 1 tampered, 2 not usable. */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.size() % 2 == 0) {
            return say(out, NOT_USABLE, "usage");
        }
        try {
            var certificate = option(arguments, "--certificate");
            var head = option(arguments, "--head");
            try (var log = Files.newInputStream(Path.of(arguments.getFirst()))) {
                return report(
                        out,
                        check(
                                log,
                                certificate == null ? null : LogCheck.certificate(Files.readAllBytes(certificate)),
                                head == null ? null : keptHead(Files.readString(head))));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return say(out, NOT_USABLE, "unusable", String.valueOf(unreadable.getMessage()));
        }
    }

    private static int report(PrintStream out, LogVerdict verdict) {
        return switch (verdict) {
            case LogVerdict.Sound(var entries, var gone, var heads, var keyId) ->
                say(out, SOUND, "sound", entries, gone, heads, keyId);
            case LogVerdict.Tampered(var fault, var index, var since) ->
                say(out, TAMPERED, "fault." + fault, index + 1, since);
            case LogVerdict.Unreadable(var line, var text) -> say(out, NOT_USABLE, "unreadable", line, text);
        };
    }

    private static @Nullable Path option(List<String> arguments, String name) {
        var at = arguments.indexOf(name);
        return at < 1 ? null : Path.of(arguments.get(at + 1));
    }

    private static KeptHead keptHead(String json) {
        var size = SIZE.matcher(json);
        var root = ROOT.matcher(json);
        if (!size.find() || !root.find()) {
            throw new IllegalArgumentException("--head");
        }
        return new KeptHead(Long.parseLong(size.group(1)), TreeHash.of(root.group(1)));
    }

    private static int say(PrintStream out, int status, String key, @Nullable Object... values) {
        for (var language : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
            var text = ResourceBundle.getBundle("messages/audit", language).getString("audit.verify." + key);
            out.println(new MessageFormat(text, language).format(values));
        }
        return status;
    }
}
