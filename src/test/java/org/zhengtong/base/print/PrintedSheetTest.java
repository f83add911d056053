package org.zhengtong.base.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PrintedSheetTest {

    @Test
    void prints_chinese_with_rare_names_as_searchable_text_in_an_embedded_font() throws IOException {
        var sheet = notice();

        try (var pdf = Loader.loadPDF(sheet.bytes())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("受理通知书", "䶮", "济南市市场监督管理局");
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
        assertThat(sheet.bytes().length).isLessThan(200_000);
    }

    @Test
    void tells_where_the_seal_belongs() {
        var spot = notice().sealSpot();

        assertThat(spot).isNotNull();
        assertThat(spot.page()).isEqualTo(1);
        assertThat(spot.x()).isBetween(300f, 500f);
    }

    @Test
    void runs_over_to_further_pages() throws IOException {
        var pdf = Pdf.a4(Locale.SIMPLIFIED_CHINESE, "长文");
        pdf.table(List.of("材料", "份数", "收到"), List.of(List.of("住所使用证明", "1", "2026年3月2日")));
        for (var line = 0; line < 60; line++) {
            pdf.paragraph("第" + line + "段：根据《中华人民共和国行政许可法》第三十二条的规定，申请材料不齐全的，应当一次告知申请人需要补正的全部内容。");
        }

        try (var printed = Loader.loadPDF(pdf.finish().bytes())) {
            assertThat(printed.getNumberOfPages()).isGreaterThan(3);
        }
    }

    private static PrintedSheet notice() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("办件编号", "370100-20260302-000017");
        facts.put("申请事项", "企业设立登记");
        facts.put("申请人", "济南泉汐信息科技有限公司（代办人：刘䶮、㛃某）");
        var sheet = Pdf.a4(Locale.SIMPLIFIED_CHINESE, "受理通知书")
                .mark("演示文书，不具法律效力")
                .issuer("济南市市场监督管理局")
                .number("济市监受〔2026〕17号")
                .title("受理通知书")
                .addressee("济南泉汐信息科技有限公司：")
                .paragraph("你单位于2026年3月2日提交的“企业设立登记”申请，材料齐全、符合法定形式，根据《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定，决定予以受理。")
                .facts(facts)
                .paragraph("办理期限自2026年3月3日起算，最迟2026年3月5日办结。")
                .qr("https://example.org/progress/370100-20260302-000017", "扫码查进度，或者拨打 12345。")
                .signature("济南市市场监督管理局", "2026年3月2日")
                .finish();
        var folder = System.getenv("ZHENGTONG_LOOK");
        if (folder != null) {
            write(Path.of(folder, "notice.pdf"), sheet.bytes());
        }
        return sheet;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
