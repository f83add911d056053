package org.zhengtong.service.license.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.codes.OrganizationCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseFact;
import org.zhengtong.service.license.LicenseStatus;

class LicenseSheetTest {

    private static final CreditCode ISSUER = new CreditCode("11370100509819318T");

    @Test
    void shows_title_code_facts_authority_and_identifier_on_one_sheet() throws IOException {
        var license = license("软件开发；信息系统集成服务；数据处理服务；信息技术咨询服务");

        var sheet = LicenseSheet.print(license, wording(license));

        look("license.pdf", sheet);
        try (var pdf = Loader.loadPDF(sheet)) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getRotation()).isZero();
            assertThat(pdf.getPage(0).getMediaBox().contains(LicenseSheet.SEAL.x() + 60, LicenseSheet.SEAL.y()))
                    .isTrue();
            assertThat(text).contains("91370104", "济南泉汐信息科技有限公司", "壹佰万元整", "济南市市场监督管理局");
            assertThat(pdf.getDocumentInformation().getSubject())
                    .isEqualTo(license.identifier().value());
        }
    }

    @Test
    void a_very_long_scope_of_business_is_set_smaller_and_stays_whole() throws IOException {
        var license = license("软件开发；信息系统集成服务；数据处理服务；".repeat(48) + "末项服务");

        var sheet = LicenseSheet.print(license, wording(license));

        look("license-long.pdf", sheet);
        try (var pdf = Loader.loadPDF(sheet)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).contains("末项服务");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100, 壹佰万元整",
        "1, 壹万元整",
        "0.5, 伍仟元整",
        "10001, 壹亿零壹万元整",
        "50, 伍拾万元整",
        "1000.0203, 壹仟万零贰佰零叁元整",
        "120000, 壹拾贰亿元整",
        "0.00015, 1.5元"
    })
    void amounts_are_written_in_capital_numerals(BigDecimal tenThousands, String written) {
        var amount = new ChineseAmount("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿", "元整", "元");

        assertThat(amount.ofTenThousands(tenThousands)).isEqualTo(written);
    }

    private static License license(String scope) {
        var county = new DivisionCode("370104");
        var code = CreditCode.ofEnterprise(county, OrganizationCode.of("MAEXAMP1"));
        return new License(
                LicenseIdentifier.of("11100000MB03271699001", ISSUER, "20260000001AB3C5"),
                CaseNumber.of(county, LocalDate.of(2026, 3, 2), 17),
                "business-license",
                "营业执照",
                new License.Holder("济南泉汐信息科技有限公司", code.value(), false, null),
                new DepartmentId("370100.market-regulation"),
                "济南市市场监督管理局",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 5),
                null,
                LicenseStatus.VALID,
                List.of(
                        new LicenseFact("名称", "济南泉汐信息科技有限公司", false),
                        new LicenseFact("类型", "有限责任公司（自然人投资或控股）", false),
                        new LicenseFact("法定代表人", "王海燕", false),
                        new LicenseFact("经营范围", scope, false),
                        new LicenseFact("注册资本", "壹佰万元整", true),
                        new LicenseFact("成立日期", "2026年03月05日", true),
                        new LicenseFact("住所", "山东省济南市槐荫区张庄路街道张庄路 188 号 1 号楼 1206 室", true)),
                null,
                null);
    }

    private static LicenseSheet.Wording wording(License license) {
        return new LicenseSheet.Wording(
                "统一社会信用代码",
                "登记机关",
                "2026年03月05日",
                "用手机扫描二维码，核对本照的真伪和现在的状态。",
                "电子证照标识：" + license.identifier(),
                "演示证照，不具法律效力",
                "https://example.org/verify/" + license.identifier());
    }

    private static void look(String name, byte[] pdf) throws IOException {
        var folder = System.getenv("ZHENGTONG_LOOK");
        if (folder != null) {
            Files.write(Path.of(folder, name), pdf);
        }
    }
}
