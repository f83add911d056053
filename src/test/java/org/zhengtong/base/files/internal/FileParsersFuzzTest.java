package org.zhengtong.base.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhengtong.base.files.web.UploadHeaders;

/**
 * Names, headers and contents as strangers send them are answered: no exception, no hang. Runs over the kept inputs; with
 * {@code JAZZER_FUZZ=1} it looks for new ones. What reads whole files runs in the guarded process and is not in this reach.
 */
class FileParsersFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void an_announcement(FuzzedDataProvider data) {
        UploadHeaders.digest(data.consumeString(200));
        assertThat(UploadHeaders.bytes(data.consumeString(40)).orElse(0L)).isNotNegative();
        UploadHeaders.metadata(data.consumeString(400));

        var name = FileNames.clean(data.consumeRemainingAsString());
        assertThat(name).isNotBlank().doesNotContain("/", "\\", "\u0000");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(200);
        assertThat(FileNames.clean(name)).isEqualTo(name);
    }

    @FuzzTest(maxDuration = "10m")
    void the_head_of_a_file(FuzzedDataProvider data) throws IOException {
        var inspection = new ContentInspection();
        var file = Files.write(
                Path.of(System.getProperty("java.io.tmpdir"), "fuzzed-head"), data.consumeRemainingAsBytes());
        inspection.kindOf(file);
        inspection.pixels(file);
    }
}
