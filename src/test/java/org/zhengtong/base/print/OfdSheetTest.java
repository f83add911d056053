package org.zhengtong.base.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengtong.testing.OfdJudge;

class OfdSheetTest {

    @Test
    void another_reader_finds_the_pages_and_the_words_of_the_sheet() throws Exception {
        var ofd = OfdSheet.of(sheet());

        look(ofd);
        assertThat(ofd.length).isLessThan(150_000);
        var judge = OfdJudge.call();
        assertThat(judge.pages(ofd)).isEqualTo(2);
        assertThat(String.join("", judge.texts(ofd)))
                .contains("济南市市场监督管理局", "准予行政许可决定书", "根据《中华人民共和国行政许可法》", "办件编号", "Express delivery");
    }

    @Test
    void a_rare_character_is_drawn_where_no_reader_could_set_it() throws Exception {
        var ofd = OfdSheet.of(Pdf.a4(Locale.SIMPLIFIED_CHINESE, "决定书")
                .paragraph("申请人：\uD83C\uDE01某。")
                .finish()
                .bytes());

        assertThat(String.join("", OfdJudge.call().texts(ofd))).contains("申请人：", "某");
        assertThat(content(ofd)).contains("Fill=\"true\"");
    }

    @Test
    void the_same_sheet_makes_the_same_file() {
        var pdf = sheet();

        assertThat(OfdSheet.of(pdf)).isEqualTo(OfdSheet.of(pdf));
    }

    private static String content(byte[] ofd) throws IOException {
        try (var packed = org.zhengtong.base.packed.PackedFile.open(
                ofd, new org.zhengtong.base.packed.PackedFile.Limits(100, 10_000_000))) {
            return new String(
                    packed.content("Doc_0/Pages/Page_0/Content.xml"), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static byte[] sheet() {
        return Pdf.a4(Locale.SIMPLIFIED_CHINESE, "准予行政许可决定书")
                .issuer("济南市市场监督管理局")
                .number("济市监许〔2026〕17号")
                .title("准予行政许可决定书")
                .addressee("济南泉汐信息科技有限公司：")
                .paragraph("经审查，你单位提交的申请符合法定条件、标准，根据《中华人民共和国行政许可法》第三十八条第一款的规定，决定准予行政许可。送达方式：Express delivery。")
                .facts(Map.of("办件编号", "370104-2026-000017"))
                .table(List.of("材料", "份数"), List.of(List.of("章程", "1"), List.of("住所证明", "1")))
                .numbered(java.util.Collections.nCopies(20, "收到本决定书之日起六十日内可以申请行政复议。"))
                .qr("https://example.gov.cn/verify/1", "扫码核验")
                .signature("济南市市场监督管理局", "2026年3月5日")
                .finish()
                .bytes();
    }

    private static void look(byte[] ofd) throws IOException {
        var where = System.getenv("ZHENGTONG_LOOK");
        if (where != null) {
            Files.write(Path.of(where, "sheet.ofd"), ofd);
        }
    }
}
