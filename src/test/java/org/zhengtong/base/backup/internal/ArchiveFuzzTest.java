package org.zhengtong.base.backup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhengtong.base.backup.BackupManifest;
import org.zhengtong.base.backup.BackupProblem;
import org.zhengtong.base.problem.ProblemException;

/** Any file is an archive whose parts are all there, or refused with this room's problems. */
class ArchiveFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void an_archive(FuzzedDataProvider data) throws IOException {
        var whole = data.consumeBoolean();
        var bytes = data.consumeRemainingAsBytes();
        var file =
                Files.write(Path.of(System.getProperty("java.io.tmpdir"), "fuzzed-archive"), whole ? bytes : of(bytes));
        try (var archive = ArchiveReader.open(file)) {
            var manifest = archive.checked();
            assertThat(manifest.kind()).isEqualTo(BackupManifest.KIND);
            assertThat(manifest.format()).isLessThanOrEqualTo(BackupManifest.FORMAT);
            assertThat(manifest.rows()).isNotNegative();
            for (var stored : manifest.files()) {
                archive.content(stored.entry()).close();
            }
            assertThat(manifest.sequences()).isNotNull();
        } catch (ProblemException refused) {
            assertThat(refused.problem()).isInstanceOf(BackupProblem.class);
        }
    }

    /** An archive with this manifest and one empty file. */
    private static byte[] of(byte[] manifest) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(ArchiveWriter.MANIFEST));
            zip.write(manifest);
            zip.putNextEntry(new ZipEntry("folder/a"));
            zip.putNextEntry(new ZipEntry("database/a/b.copy"));
        }
        return out.toByteArray();
    }
}
