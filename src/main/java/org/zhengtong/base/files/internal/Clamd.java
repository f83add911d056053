package org.zhengtong.base.files.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks ClamAV's daemon about a file (INSTREAM). A scanner that does not answer leaves the file unchecked, and says so in the log. */
@Component
class Clamd {
    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int PIECE = 32 * 1024;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 60_000;

    private final FilesSettings settings;

    Clamd(FilesSettings settings) {
        this.settings = settings;
    }

    /** What the scanner says. */
    enum Verdict {
        CLEAN,
        INFECTED,
        UNKNOWN
    }

    Verdict scan(Path file) {
        var address = settings.clamd();
        if (address == null || address.isBlank()) {
            return Verdict.UNKNOWN;
        }
        try {
            return verdict(ask(address, file));
        } catch (IOException | IllegalArgumentException away) {
            LOG.warn("clamd at {} did not answer, file stays unchecked: {}", address, away.toString());
            return Verdict.UNKNOWN;
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.endsWith("OK")) {
            return Verdict.CLEAN;
        }
        return answer.endsWith("FOUND") ? Verdict.INFECTED : Verdict.UNKNOWN;
    }

    private static String ask(String address, Path file) throws IOException {
        var colon = address.lastIndexOf(':');
        var port = Integer.parseInt(address.substring(colon + 1));
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            try (var content = Files.newInputStream(file)) {
                var piece = new byte[PIECE];
                for (int read = content.read(piece); read > 0; read = content.read(piece)) {
                    out.writeInt(read);
                    out.write(piece, 0, read);
                }
            }
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
        }
    }
}
