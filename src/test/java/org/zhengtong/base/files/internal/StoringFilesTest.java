package org.zhengtong.base.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.zhengtong.base.files.FileDownloads;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.files.StoreOutcome.Refused;
import org.zhengtong.base.files.StoreOutcome.Stored;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.files.VirusState;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.PlatformTest;

/** Files are kept once, as what they are, or not at all. */
@PlatformTest
class StoringFilesTest {
    private static final byte[] EXECUTABLE =
            "MZ\u0090\u0000\u0003\u0000\u0000\u0000This program cannot be run in DOS mode"
                    .getBytes(StandardCharsets.ISO_8859_1);

    private final FileStorage files;
    private final FileDownloads downloads;
    private final ContentFolder folder;
    private final FileOwner owner = new FileOwner("hall", UUID.randomUUID().toString());

    @Autowired
    StoringFilesTest(FileStorage files, FileDownloads downloads, ContentFolder folder) {
        this.files = files;
        this.downloads = downloads;
        this.folder = folder;
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.7\n1 0 obj << /Title (" + text + ") >> endobj\ntrailer << >>\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private StoreOutcome store(String name, byte[] content) {
        return store(name, () -> new ByteArrayInputStream(content), FileRules.PAPERS);
    }

    private StoreOutcome store(String name, InputStreamSource content, FileRules rules) {
        return files.store(new FileUpload(name, null, content, owner, "7"), rules);
    }

    private StoredFile stored(String name, byte[] content) {
        return ((Stored) store(name, content)).file();
    }

    private long waiting() throws IOException {
        try (var parts = Files.list(folder.incoming())) {
            return parts.count();
        }
    }

    @Test
    void keeps_a_pdf_and_gives_it_back_to_its_owner_only() throws IOException {
        var content = pdf(UUID.randomUUID().toString());

        var file = stored("C:\\扫描\\租赁合同\u202E.pdf", content);

        assertThat(file.name()).isEqualTo("租赁合同.pdf");
        assertThat(file.mediaType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(file.virus()).isEqualTo(VirusState.UNCHECKED);
        assertThat(files.content(file).getContentAsByteArray()).isEqualTo(content);
        assertThat(files.require(file.id(), owner)).isEqualTo(file);
        assertThat(files.find(file.id(), new FileOwner("hall", "another"))).isEmpty();
        assertThatThrownBy(() -> files.require(file.id(), new FileOwner("casework", owner.reference())))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void refuses_an_executable_called_pdf() throws IOException {
        var before = waiting();

        assertThat(store("张庄路租赁合同.pdf", EXECUTABLE))
                .isEqualTo(
                        new Refused("files.not_what_it_says.papers", List.of("张庄路租赁合同.pdf", "PDF", "PDF / JPG / PNG")));
        assertThat(waiting()).isEqualTo(before);
        assertThat(files.ownedBy(owner)).isEmpty();
    }

    @Test
    void refuses_what_is_something_else_than_it_says() {
        assertThat(store("x.jpg", pdf("a"))).isInstanceOf(Refused.class);
        assertThat(store("x.exe", pdf("a"))).isInstanceOf(Refused.class);
        assertThat(store("x.html", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
        assertThat(files.store(
                        new FileUpload("scan", "image/png", () -> new ByteArrayInputStream(pdf("a")), owner, "7"),
                        FileRules.PAPERS))
                .isInstanceOf(Refused.class);
        assertThat(store("empty.pdf", new byte[0])).isEqualTo(new Refused("files.empty", List.of("empty.pdf")));
    }

    @Test
    void stops_reading_a_file_that_is_too_large() throws IOException {
        var read = new long[1];
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] piece, int from, int length) {
                read[0] += length;
                java.util.Arrays.fill(piece, from, from + length, (byte) 'a');
                return length;
            }
        };
        var rules = new FileRules(Set.of(MediaType.APPLICATION_PDF), 1024 * 1024, 1);
        var before = waiting();

        assertThat(store("big.pdf", () -> endless, rules))
                .isEqualTo(new Refused("files.too_big", List.of("big.pdf", 1L)));
        assertThat(read[0]).isLessThan(2 * 1024 * 1024);
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void leaves_nothing_of_a_half_sent_file() throws IOException {
        var before = waiting();
        InputStreamSource broken = () -> new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ > 5_000) {
                    throw new IOException("connection reset");
                }
                return 'a';
            }
        };

        assertThatThrownBy(() -> store("half.pdf", broken, FileRules.PAPERS)).isInstanceOf(UncheckedIOException.class);

        assertThat(waiting()).isEqualTo(before);
        assertThat(files.ownedBy(owner)).isEmpty();
    }

    @Test
    void keeps_the_same_content_once_even_when_it_comes_many_times_at_once() throws Exception {
        var content = pdf(UUID.randomUUID().toString());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<StoredFile> upload = () -> stored("同一份.pdf", content);
            var outcomes = threads.invokeAll(java.util.Collections.nCopies(16, upload));
            for (var outcome : outcomes) {
                assertThat(files.content(outcome.get()).getContentAsByteArray()).isEqualTo(content);
            }
        }

        var kept = files.ownedBy(owner);
        assertThat(kept).hasSize(16);
        assertThat(kept.stream().map(StoredFile::digest).distinct()).hasSize(1);
        assertThat(kept.stream().map(StoredFile::id).distinct()).hasSize(16);
    }

    @Test
    void does_not_unpack_a_zip_bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            for (int i = 0; i < 200; i++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        var archives = new FileRules(Set.of(MediaType.parseMediaType("application/zip")), 1024 * 1024, 1);

        var file = ((Stored) store("bomb.zip", () -> new ByteArrayInputStream(bytes.toByteArray()), archives)).file();

        assertThat(file.size()).isEqualTo(bytes.size()).isLessThan(1024 * 1024);
        assertThat(store("bomb.pdf", bytes.toByteArray())).isInstanceOf(Refused.class);
    }

    @Test
    void refuses_a_picture_whose_header_promises_too_many_pixels() throws IOException {
        var small = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", small);
        var bomb = small.toByteArray();
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        var check = new CRC32();
        check.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) check.getValue());

        assertThat(store("small.png", small.toByteArray())).isInstanceOf(Stored.class);
        assertThat(store("bomb.png", bomb)).isEqualTo(new Refused("files.picture_too_large", List.of("bomb.png")));
    }

    @Test
    void hands_over_and_removes_only_what_nobody_uses() throws IOException {
        var file = stored("a.pdf", pdf(UUID.randomUUID().toString()));
        var received = new FileOwner("casework", owner.reference());

        files.handOver(owner, received);

        assertThat(files.ownedBy(owner)).isEmpty();
        assertThat(files.require(file.id(), received).digest()).isEqualTo(file.digest());
        files.removeUnused(Duration.ofSeconds(-1));
        assertThat(files.content(file).exists()).isTrue();

        files.releaseAll(received);
        files.removeUnused(Duration.ofSeconds(-1));

        assertThat(files.content(file).exists()).isFalse();
    }

    @Test
    void sends_files_so_that_a_browser_cannot_be_fooled() {
        var answer = downloads.attachment(stored("章程 \"甲\".pdf", pdf("b")));

        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment")
                .contains("filename*=UTF-8''");
    }
}
