package org.zhengtong.service.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.print.SheetSubject;
import org.zhengtong.base.trust.Seals;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.testing.OfdJudge;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** From the last decision to the licence in the holder's hands, and what others may see of it. */
@PlatformTest
class LicenseJourneyTest {

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Licenses licenses;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseReading reading;

    @Autowired
    private FileStorage files;

    @Autowired
    private Seals seals;

    @Autowired
    private AuditProofs proofs;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private CaseworkFixtures cast;

    // A day after all others on the shared platform: a seal's certificate is not valid before the day it was made.
    @BeforeEach
    void a_later_monday_morning() {
        clock.set("2027-06-07T10:00");
        cast = CaseworkFixtures.of(platform);
    }

    @Test
    void a_granted_case_becomes_a_sealed_licence_that_anybody_can_check() throws Exception {
        var license = delivered();

        assertThat(license.title()).isEqualTo("营业执照");
        assertThat(license.holder().code()).startsWith("91370104MA").hasSize(18);
        assertThat(license.facts())
                .contains(
                        new LicenseFact("注册资本", "壹佰万元整", true),
                        new LicenseFact("住所", "山东省济南市槐荫区张庄路街道张庄路 188 号 1 号楼 1206 室", true));
        var sheet =
                files.content(files.require(license.file(), license.files())).getContentAsByteArray();
        look(sheet, "license-sealed.pdf");
        assertThat(seals.check(sheet).sound()).isTrue();
        assertThat(seals.check(sheet).marks().getFirst().signer()).isEqualTo("济南市市场监督管理局");
        assertThat(SheetSubject.of(sheet)).contains(license.identifier().value());
        var entry = proofs.entriesAbout("license", license.identifier().value()).getFirst();
        assertThat(proofs.verify(proofs.proofOf(entry.id()).orElseThrow())).isTrue();

        var stranger = Visitor.at(port);
        var seen = stranger.open("/verify/" + license.identifier());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text())
                .contains("现在有效", "济南市市场监督管理局")
                .doesNotContain(license.holder().code());
        var uploaded = stranger.open("/verify")
                .form("查印章")
                .attach("sheet", "a.pdf", "application/pdf", sheet)
                .submit();
        assertThat(uploaded.text()).contains("印章有效", "现在有效");
        var ofd = files.content(files.require(license.ofd(), license.files())).getContentAsByteArray();
        look(ofd, "license-sealed.ofd");
        assertThat(ofd.length).isLessThan(300_000);
        assertThat(SheetSubject.of(ofd)).contains(license.identifier().value());
        OfdJudge.call().validate(ofd);
        assertThat(OfdJudge.call().texts(ofd)).anyMatch(text -> text.contains("济南市市场监督管理局"));
        var same = stranger.open("/verify")
                .form("查印章")
                .attach("sheet", "a.ofd", "application/ofd", ofd)
                .submit();
        assertThat(same.text()).contains("印章有效", "现在有效");
        var read = stranger.open("/signed-files")
                .form("核验")
                .attach("file", "a.ofd", "application/ofd", ofd)
                .submit();
        assertThat(read.text()).contains("签名有效，文件没有改动", "济南市市场监督管理局", "整个文件");
        var cut = stranger.open("/signed-files")
                .form("核验")
                .attach("file", "a.ofd", "application/ofd", java.util.Arrays.copyOf(ofd, ofd.length / 2))
                .submit();
        assertThat(cut.text()).contains("这个 OFD 文件读不出来", "不完整或者已经损坏");
        sheet[200] ^= 1;
        var forged = stranger.open("/verify")
                .form("查印章")
                .attach("sheet", "a.pdf", "application/pdf", sheet)
                .submit();
        assertThat(forged.text()).doesNotContain("印章有效，文件没有改动");
    }

    @Test
    void only_the_holder_and_the_issuer_get_the_sheet() {
        var license = delivered();
        var address = "/licenses/" + license.identifier() + "/sheet";
        var ofd = "/licenses/" + license.identifier() + "/ofd";

        assertThat(Visitor.at(port).signedInAs("王海燕").open(ofd).mediaType()).startsWith("application/ofd");
        assertThat(Visitor.at(port).signedInAs("济南泉汐信息科技有限公司").open(ofd).status())
                .isEqualTo(404);
        assertThat(Visitor.at(port)
                        .signedInAs("王海燕")
                        .open("/cases/" + license.caseNumber())
                        .text())
                .contains("下载 OFD");
        assertThat(Visitor.at(port).signedInAs("王海燕").open(address).mediaType()).startsWith("application/pdf");
        assertThat(Visitor.at(port).signedInAs("刘思远").open(address).status()).isEqualTo(200);
        assertThat(Visitor.at(port).signedInAs("济南泉汐信息科技有限公司").open(address).status())
                .isEqualTo(404);
        assertThat(Visitor.at(port).open(address).mediaType()).doesNotContain("pdf");
    }

    @Test
    void staff_find_a_licence_by_its_holder_or_its_number() {
        var license = delivered();
        var zhao = Visitor.at(port).signedInAs("赵宁");

        for (var text :
                List.of("", license.identifier().value(), license.caseNumber().value())) {
            var found = zhao.open("/staff/licenses?text=" + text);
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.text()).contains(license.caseNumber().value());
        }
        assertThat(zhao.open("/staff/licenses?text=qqqqqq").text())
                .doesNotContain(license.caseNumber().value());
    }

    @Test
    void a_licence_issued_without_sm2_is_a_pdf_only_and_says_why() {
        var license = delivered();
        platform.getBean(JdbcClient.class)
                .sql("update license.license set ofd_file_id = null where identifier = :identifier")
                .param("identifier", license.identifier().value())
                .update();
        var holder = Visitor.at(port).signedInAs("王海燕");

        var refused = holder.open("/licenses/" + license.identifier() + "/ofd");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text()).contains("这份证照没有 OFD 文件", "SM2");
        assertThat(holder.open("/cases/" + license.caseNumber()).text())
                .contains("这份证照只有 PDF")
                .doesNotContain("下载 OFD");
    }

    @Test
    void a_revoked_licence_is_shown_as_such_at_once() {
        var license = delivered();
        var by = cast.staff("jn-0203");

        assertThat(licenses.change(license.identifier(), LicenseStatus.REVOKED, "太短", by))
                .isEqualTo(new ChangeOutcome.ReasonTooShort(2, 10));
        assertThat(licenses.change(license.identifier(), LicenseStatus.REVOKED, "提交虚假材料取得登记，依条例第四十条撤销。", by))
                .isEqualTo(new ChangeOutcome.Changed(LicenseStatus.REVOKED));
        assertThat(licenses.change(license.identifier(), LicenseStatus.VALID, "提交虚假材料取得登记，撤销。", by))
                .isEqualTo(new ChangeOutcome.NotPossible(LicenseStatus.REVOKED));

        assertThat(Visitor.at(port).open("/verify/" + license.identifier()).text())
                .contains("吊销或撤销");
        assertThat(licenses.changes(license.identifier())).hasSize(1);
        var page = Visitor.at(port).signedInAs("赵宁").open("/staff/licenses/" + license.identifier());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("提交虚假材料");
        assertThat(Visitor.at(port).signedInAs("王海燕").open("/my/looks").text()).contains("赵宁", "管理证照", license.title());
    }

    @Test
    void a_wrong_identifier_is_told_where_it_is_wrong() {
        var stranger = Visitor.at(port);

        assertThat(stranger.open("/verify?identifier=1.2.156.3005.2.x").status())
                .isEqualTo(422);
        assertThat(stranger.open("/verify/1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U")
                        .text())
                .contains("没有颁发过");
    }

    @Test
    void the_auditor_finds_entries_with_their_proof_and_the_public_sees_the_head() {
        var license = delivered();
        var auditor = Visitor.at(port).signedInAs("宋立言");

        var list = auditor.open("/staff/audit?event=license&subject=" + license.identifier());
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).contains("license.issue");
        var entry = proofs.entriesAbout("license", license.identifier().value()).getFirst();
        assertThat(auditor.open("/staff/audit/entries/" + entry.id()).text()).contains("签名有效");
        assertThat(auditor.open("/staff/audit/entries/" + entry.id() + "/proof.json")
                        .status())
                .isEqualTo(200);
        assertThat(auditor.open("/staff/audit/entries.csv?event=license").mediaType())
                .startsWith("text/csv");
        assertThat(list.press("从头核对整个日志").text()).contains("都对得上");
        assertThat(new String(Visitor.at(port).open("/log/heads/latest").bytes(), StandardCharsets.UTF_8))
                .contains("\"root\"", "BEGIN CERTIFICATE");
        assertThat(Visitor.at(port).signedInAs("刘思远").open("/staff/audit").status())
                .isEqualTo(403);
    }

    private License delivered() {
        var number = cast.accepted();
        for (var lane : List.of("taxation", "human-resources", "market-regulation")) {
            cases.decide(
                    reading.open(number, cast.sunJingAtTheWindow()).lanes().stream()
                            .filter(each -> each.step().equals(lane))
                            .map(CaseView.Lane::task)
                            .findFirst()
                            .orElseThrow(),
                    new Decision.Granted("申请材料齐全，符合法定形式，予以登记。"),
                    examiner(lane));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> isDelivered(number));
        return licenses.findByCase(number).orElseThrow();
    }

    private boolean isDelivered(CaseNumber number) {
        return reading.requireFile(number).state() == CaseState.DELIVERED;
    }

    private CurrentUser examiner(String lane) {
        return switch (lane) {
            case "taxation" -> cast.liWenOfTaxation();
            case "human-resources" -> cast.chenLiOfHumanResources();
            default -> cast.liuSiyuanOfMarketRegulation();
        };
    }

    private static void look(byte[] file, String name) throws IOException {
        var folder = System.getenv("ZHENGTONG_LOOK");
        if (folder != null) {
            Files.write(Path.of(folder, name), file);
        }
    }
}
