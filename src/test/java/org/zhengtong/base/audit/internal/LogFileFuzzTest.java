package org.zhengtong.base.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.zhengtong.base.audit.LogVerdict;

/** A file that is said to be a log gets a verdict; only heads that are signed make one sound. */
class LogFileFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void a_log(FuzzedDataProvider data) throws IOException {
        var packed = data.consumeBoolean();
        var bytes = data.consumeRemainingAsBytes();
        var verdict = new LogCheck(null, null).read(new ByteArrayInputStream(packed ? bytes : packed(bytes)));
        if (verdict instanceof LogVerdict.Sound sound) {
            assertThat(sound.heads() > 0 || sound.entries() == 0).isTrue();
        }
    }

    private static byte[] packed(byte[] text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text);
        }
        return out.toByteArray();
    }
}
