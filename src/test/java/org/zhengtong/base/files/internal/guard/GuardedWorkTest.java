package org.zhengtong.base.files.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.base.files.internal.FilesSettings;
import org.zhengtong.base.files.internal.guard.GuardedOutcome.Done;
import org.zhengtong.base.files.internal.guard.GuardedOutcome.Failed;

/** Files are read and drawn in a process of their own; what they do to it stays there. */
class GuardedWorkTest {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @TempDir
    private static Path processes;

    @TempDir
    private Path folder;

    private static GuardedWork work;

    @BeforeAll
    static void begin() {
        work = within(Duration.ofSeconds(30));
    }

    private static GuardedWork within(Duration limit) {
        return new GuardedWork(processes, new FilesSettings(null, new FilesSettings.Guard(limit, 96), null));
    }

    @AfterAll
    static void end() {
        work.destroy();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static String text(GuardedOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return new String(((Done) outcome).content(), StandardCharsets.UTF_8);
    }

    private Path pdf(String words) throws IOException {
        var path = folder.resolve("charter.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                pen.newLineAtOffset(72, 600);
                pen.showText(words);
                pen.endText();
            }
            document.save(path.toFile());
        }
        return path;
    }

    private Path docx(byte[] document) throws IOException {
        var path = folder.resolve("letter.docx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                    </Types>""".getBytes(StandardCharsets.UTF_8));
            entry(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                    </Relationships>""".getBytes(StandardCharsets.UTF_8));
            entry(zip, "word/document.xml", document);
        }
        return path;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] letter(String words) {
        return ("<w:document xmlns:w=\"" + MAIN + "\"><w:body><w:p><w:r><w:t>" + words
                        + "</w:t></w:r></w:p></w:body></w:document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void reads_the_words_of_a_pdf_and_of_a_letter() throws IOException {
        assertThat(text(work.text(pdf("Articles of association"), "application/pdf", 1_000)))
                .isEqualTo("Articles of association");
        assertThat(text(work.text(docx(letter("济南泉汐信息科技有限公司章程")), DOCX, 1_000))).contains("济南泉汐信息科技有限公司章程");
    }

    @Test
    void reads_plain_text_in_the_usual_chinese_encoding() throws IOException {
        var words = "关于企业设立登记的说明。".repeat(20);
        var gbk = file("note.txt", words.getBytes(java.nio.charset.Charset.forName("GB18030")));

        assertThat(text(work.text(gbk, "text/plain", 10_000))).isEqualTo(words);
    }

    @Test
    void reads_the_text_codes_of_an_ofd() throws IOException {
        var path = folder.resolve("notice.ofd");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            entry(zip, "Doc_0/Pages/Page_0/Content.xml", """
                    <ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer><ofd:TextObject>
                    <ofd:TextCode>受理通知书</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>""".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(text(work.text(path, "application/ofd", 100))).isEqualTo("受理通知书");
    }

    @Test
    void stops_reading_at_its_limit() throws IOException {
        assertThat(text(work.text(docx(letter("开业 ".repeat(50_000))), DOCX, 1_000))
                        .length())
                .isBetween(500, 1_000);
    }

    @Test
    void a_gigabyte_packed_into_a_megabyte_ends_as_a_failure_and_the_next_file_is_read() throws IOException {
        var bomb = docx(new byte[0]);
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    .getBytes(StandardCharsets.UTF_8));
            var spaces = new byte[1024 * 1024];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (var written = 0; written < 1024; written++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        assertThat(Files.size(bomb)).isLessThan(1100 * 1024);

        assertThat(work.text(bomb, DOCX, 1_000)).isInstanceOf(Failed.class);
        assertThat(text(work.text(pdf("still here"), "application/pdf", 100))).isEqualTo("still here");
    }

    @Test
    void a_file_that_takes_too_long_is_given_up_in_time() throws IOException {
        var sheet = folder.resolve("loop.pdf");
        Files.write(sheet, formThatDrawsItself());

        var begun = System.nanoTime();
        var hasty = within(Duration.ofMillis(1));

        assertThat(hasty.text(sheet, "application/pdf", 1_000)).isInstanceOf(Failed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(hasty.text(sheet, "application/pdf", 1_000)).isInstanceOf(Failed.class);
        hasty.destroy();
    }

    @Test
    void a_pdf_whose_pages_and_forms_run_in_circles_ends_as_a_failure_and_the_next_file_is_read() throws IOException {
        var loop = file("loop.pdf", formThatDrawsItself());
        var patient = within(Duration.ofSeconds(3));

        assertThat(patient.text(loop, "application/pdf", 1_000)).isInstanceOf(GuardedOutcome.Failed.class);
        assertThat(patient.thumbnail(loop, "application/pdf", 200)).isInstanceOf(GuardedOutcome.Failed.class);
        assertThat(text(patient.text(pdf("the next one"), "application/pdf", 1_000)))
                .isEqualTo("the next one");
        patient.destroy();
    }

    private static byte[] formThatDrawsItself() {
        return """
                %PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R 2 0 R]/Count 2/Parent 2 0 R>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>> endobj
                4 0 obj <</Length 5>> stream
                /A Do
                endstream endobj
                5 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 11/Resources<</XObject<</A 5 0 R>>>>>> stream
                /A Do /A Do
                endstream endobj
                trailer <</Root 1 0 R/Size 6>>
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void draws_small_pictures_of_a_page_and_of_a_photograph() throws IOException {
        var photo = new BufferedImage(3000, 1500, BufferedImage.TYPE_INT_RGB);
        var path = folder.resolve("front.png");
        ImageIO.write(photo, "png", path.toFile());

        assertThat(size(work.thumbnail(path, "image/png", 240))).isEqualTo("240x120");
        assertThat(size(work.thumbnail(pdf("page"), "application/pdf", 240))).isEqualTo("185x240");
    }

    private static String size(GuardedOutcome drawn) throws IOException {
        assertThat(drawn).isInstanceOf(Done.class);
        var picture = ImageIO.read(new ByteArrayInputStream(((Done) drawn).content()));
        return picture.getWidth() + "x" + picture.getHeight();
    }

    @Test
    void does_not_draw_a_picture_of_a_hundred_thousand_by_a_hundred_thousand_points() throws IOException {
        var path = folder.resolve("vast.png");
        try (var out = Files.newOutputStream(path)) {
            vast(out);
        }

        assertThat(work.thumbnail(path, "image/png", 240)).isInstanceOf(Failed.class);
    }

    private static void vast(OutputStream target) throws IOException {
        var out = new DataOutputStream(target);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        var head = java.nio.ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(100_000)
                .putInt(100_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        out.writeInt(13);
        out.write(head);
        var sum = new CRC32();
        sum.update(head);
        out.writeInt((int) sum.getValue());
    }

    @Test
    void says_so_when_there_are_no_words_to_read() throws IOException {
        assertThat(work.text(file("x.xlsx", "not a sheet".getBytes(StandardCharsets.US_ASCII)), XLSX, 100))
                .isInstanceOf(Failed.class);
    }
}
