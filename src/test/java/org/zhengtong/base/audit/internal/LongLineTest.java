package org.zhengtong.base.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.audit.LogVerdict;

class LongLineTest {

    @Test
    void a_small_file_that_unpacks_to_one_endless_line_is_no_log() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (var megabyte = 0; megabyte < 64; megabyte++) {
                gzip.write(new byte[1 << 20]);
            }
        }

        assertThat(new LogCheck(null, null).read(new ByteArrayInputStream(packed.toByteArray())))
                .isInstanceOf(LogVerdict.Unreadable.class);
    }
}
