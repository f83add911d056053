package org.zhengtong.base.schema.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.base.schema.internal.FormFixtures.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.base.schema.Forms;

/** The forms of the pack can be used, and print. */
class PackFormsTest {
    static final Path FORMS = Path.of("packs/shandong/forms");

    private final Forms forms = FormFixtures.forms();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "government-it-survey",
                "government-it-survey-outline",
                "regional-it-need",
                "regional-it-need-outline",
                "project-budget"
            })
    void a_form_of_the_library_has_no_fault_and_prints_empty(String key) throws IOException {
        var text = FormFixtures.text(FORMS.resolve(key + ".yaml"));

        assertThat(forms.faultsIn(text)).isEmpty();

        var form = forms.parse(text);
        var sheet = forms.paper(form, json("{}"), Locale.CHINA);
        var pdf = forms.pdf(sheet, "", Locale.CHINA);
        Files.write(Files.createDirectories(Path.of("target", "forms")).resolve(key + ".pdf"), pdf);

        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void the_survey_prints_every_label_and_option_of_its_paper() {
        var form = forms.parse(FormFixtures.text(FORMS.resolve("government-it-survey.yaml")));
        var cells = forms.paper(form, json("{}"), Locale.CHINA).lines().stream()
                .flatMap(line -> line.cells().stream())
                .map(cell -> cell.text())
                .toList();

        assertThat(cells)
                .contains(
                        "基础设施建设情况",
                        "机房",
                        "建设方式",
                        "□自建　□租赁　□外包",
                        "应急电源续航能力（小时）",
                        "□小型机：____台　□服务器：____台　□台式机：____台　□笔记本电脑：____台　□无线上网本：____台　□其它：____台",
                        "□Web服务器　□邮件服务器　□文件服务器　□域名解析服务器　□其他____",
                        "网络情况",
                        "内网",
                        "外网",
                        "其他",
                        "本单位所使用的办公系统、业务系统等采用了何种方式保障系统安全",
                        "存储及备份",
                        "有无第三方共享灾备需求");
    }
}
