package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.testing.BrowserJourney;

/**
 * 袁晴 writes a new item on screen, 田博文 publishes it, 王海燕 applies without scripts, three departments decide beside each
 * other: nobody has programmed anything.
 */
@BrowserJourney
class DesigningAnItemTest extends PageTour {

    private static final String ITEM = "临时摊区联合审批";

    @Test
    void a_clerk_makes_an_item_and_it_runs() {
        try (var yuan = Window.of(browser, port, "袁晴")) {
            var draft = begins(yuan);
            var code = factsOfTheItem(yuan, draft);
            materials(yuan, draft);
            form(yuan, draft);
            drawing(yuan, draft);
            tries(yuan);
            result(yuan, draft);
            inEnglish(yuan, draft);
            handsIn(yuan, draft);
            publishes(draft);
            var number = applies(code);
            threeDepartmentsDecide(number);
            isTold(number);
            goesOnAfterTheEnd(yuan, draft, code, number);
        }
        nothing_found();
    }

    private String begins(Window yuan) {
        look(yuan, "design-list", "/staff/design");
        yuan.follow("新编一个事项");
        yuan.press("开始编");
        assertThat(yuan.page().getByRole(AriaRole.ALERT)).containsText("有 2 处要改");
        yuan.fill("事项名称", ITEM);
        yuan.fill("实施部门", "市场监督管理局 370100.market-regulation");
        yuan.press("开始编");
        assertThat(yuan.heading()).hasText(ITEM);
        check.look(yuan, "design-tasks");
        return yuan.path();
    }

    private String factsOfTheItem(Window yuan, String draft) {
        yuan.follow("基本情况");
        check.look(yuan, "design-item");
        var code = yuan.field("事项编码").inputValue();
        yuan.field("事项类型").selectOption("01");
        yuan.press("保存并继续");

        yuan.press("保存并继续");
        assertThat(yuan.page().getByRole(AriaRole.ALERT)).containsText("请用一句话说明");
        check.look(yuan, "design-guide-faults");
        yuan.fill("一句话说明", "设临时摊区，三个部门一次办。");
        yuan.fill("谁可以办", "市场开办者");
        yuan.fill("受理条件", "有固定的摊区范围\n不占消防通道");
        yuan.fill("设定依据：法律、法规名称", "山东省城镇容貌和环境卫生管理办法");
        yuan.fill("条款", "第十五条");
        yuan.fill("条文原文", "设置临时摊区，应当经主管部门批准。");
        yuan.fill("窗口地址", "济南市政务服务中心 3 楼");
        yuan.fill("窗口时间", "工作日 9:00 至 17:00");
        yuan.fill("咨询电话", "0531-12345");
        yuan.fill("监督电话", "0531-12345");
        yuan.press("保存并继续");

        yuan.fill("承诺办结时限", "5");
        yuan.press("保存并继续");
        assertThat(yuan.heading()).hasText("申请材料");
        return code;
    }

    private void materials(Window yuan, String draft) {
        yuan.press("加一份材料");
        yuan.fill("材料名称", "摊区平面图");
        yuan.fill("从哪里来", "申请人自备");
        check.look(yuan, "design-materials");
        yuan.press("保存");
        yuan.follow("去编申请表");
    }

    private void form(Window yuan, String draft) {
        yuan.press("在“申请人”里加一个问题");
        yuan.fill("问什么", "摊区里卖不卖熟食");
        yuan.field("填什么").selectOption("YES_NO");
        yuan.press("保存");
        yuan.press("在“申请人”里加一个问题");
        yuan.fill("问什么", "卖哪些熟食");
        yuan.field("看哪个问题的答案").selectOption("摊区里卖不卖熟食");
        yuan.fill("那个问题答什么的时候问（选是或否的，写 true 或 false）", "true");
        check.look(yuan, "design-form");
        yuan.press("保存");
        yuan.follow("预览申请表");
        assertThat(yuan.main()).containsText("姓名或者单位名称");
        check.look(yuan, "design-preview");
        yuan.press("保存并继续");
        assertThat(yuan.page().getByRole(AriaRole.ALERT)).isVisible();
    }

    private void drawing(Window yuan, String draft) {
        yuan.at(draft + "/procedure");
        assertThat(yuan.main()).containsText("一个环节也没有");
        yuan.press("在“整个流程”里加并联");
        yuan.press("加一条线");
        var names = java.util.List.of("摊区审查", "涉税信息确认", "用工登记");
        var departments = java.util.List.of("market-regulation", "taxation", "human-resources");
        for (var lane = 0; lane < 3; lane++) {
            yuan.page().locator(".zt-frame-lanes .zt-block").nth(lane).click();
            yuan.fill("名称", names.get(lane));
            yuan.fill("谁来办", "370100." + departments.get(lane));
            yuan.fill("承诺时限", lane == 0 ? "9" : "2");
            yuan.press("保存");
        }
        assertThat(yuan.main()).containsText("最长要 9 个工作日，超过了承诺的 5 个工作日");
        check.look(yuan, "design-procedure");
        yuan.page().locator(".zt-frame-lanes .zt-block").first().click();
        yuan.fill("承诺时限", "4");
        yuan.press("保存");
        assertThat(yuan.main()).containsText("检查过了，没有问题");
        yuan.press("删除“涉税信息确认”");
        assertThat(yuan.main()).containsText("一个环节也没有");
        yuan.press("撤销刚才的删除");
        assertThat(yuan.main()).containsText("检查过了，没有问题");
    }

    /** One lane after the other, as they would decide. */
    private void tries(Window yuan) {
        yuan.follow("试办");
        yuan.press("“涉税信息确认”准予");
        yuan.press("“用工登记”准予");
        check.look(yuan, "design-rehearsal");
        yuan.press("“摊区审查”准予");
        assertThat(yuan.main()).containsText("结果：准予");
    }

    private void result(Window yuan, String draft) {
        look(yuan, "design-result", draft + "/facts/result");
        yuan.press("保存并继续");
        assertThat(yuan.page().getByRole(AriaRole.ALERT)).containsText("办好以后给申请人什么");
        yuan.field("结果文书用自己的名称和正文").check();
        yuan.fill("结果文书的名称", "临时摊区设置决定书");
        yuan.fill("结果文书的正文", "您申请设置的临时摊区，经三个部门审查，准予设置。");
        yuan.press("保存并继续");
    }

    private void inEnglish(Window yuan, String draft) {
        yuan.context().request().get("/?lang=en");
        for (var page : java.util.List.of(
                "",
                "/facts/item",
                "/facts/guide",
                "/facts/limits",
                "/facts/result",
                "/materials?row=paper1",
                "/form?group=applicant&field=name",
                "/procedure?node=6",
                "/rehearsal",
                "/check",
                "/review")) {
            look(yuan, "design-english" + page.replaceAll("[^a-z]", "-"), draft + page);
        }
        look(yuan, "design-english-list", "/staff/design?text=" + ITEM);
        // who is signed in, and where she works, stands on every page
        assertThat(check.chinese())
                .filteredOn(line -> !line.contains("Current role") && !line.contains("行政审批服务局"))
                .isEmpty();
        yuan.context().request().get("/?lang=zh");
        yuan.at(draft + "/check");
    }

    private void handsIn(Window yuan, String draft) {
        check.look(yuan, "design-check");
        yuan.press("提交审核");
        assertThat(yuan.page().getByRole(AriaRole.STATUS)).containsText("已提交审核");
    }

    private void publishes(String draft) {
        try (var tian = Window.of(browser, port, "田博文")) {
            tian.at(draft);
            tian.follow("去审核");
            assertThat(tian.main()).containsText("临时摊区设置决定书");
            check.look(tian, "design-review");
            tian.press("发布");
            assertThat(tian.page().getByRole(AriaRole.STATUS)).containsText("已发布");
            check.look(tian, "design-published");
        }
    }

    private String applies(String code) {
        try (var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            wang.at("/");
            wang.fill("要办的事", ITEM);
            wang.press("搜索");
            wang.follow(ITEM);
            assertThat(wang.main()).containsText("几个部门同时办");
            assertThat(wang.path()).contains(code);
            wang.press("立即申请");
            wang.follow("申请人");
            wang.fill("姓名或者单位名称", "济南泉汐信息科技有限公司");
            wang.fill("联系人", "王海燕");
            wang.fill("手机号码", "13800000426");
            wang.field("否").check();
            wang.press("保存并继续");
            wang.field("摊区平面图").setInputFiles(new FilePayload("平面图.pdf", "application/pdf", paper()));
            wang.press("保存并继续");
            wang.follow("检查全部内容并提交");
            wang.page().getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
            wang.press("提交申请");
            assertThat(wang.heading()).hasText("申请已提交");
            return wang.page().locator(".zt-casenumber").innerText();
        }
    }

    private static byte[] paper() {
        return Pdf.a4(Locale.SIMPLIFIED_CHINESE, "摊区平面图")
                .title("摊区平面图")
                .finish()
                .bytes();
    }

    private void threeDepartmentsDecide(String number) {
        try (var sun = Window.of(browser, port, "孙静")) {
            sun.at("/staff/cases/" + number);
            sun.press("受理");
            assertThat(sun.page().getByRole(AriaRole.STATUS)).containsText("已受理");
        }
        decides("李文", number);
        decides("陈立", number);
        decides("刘思远", number);
    }

    private void decides(String name, String number) {
        try (var examiner = Window.of(browser, port, name)) {
            examiner.at("/staff/cases/" + number);
            examiner.fill("意见", "符合条件，同意。");
            examiner.press("作出决定");
            assertThat(examiner.page().getByRole(AriaRole.STATUS)).containsText("决定已作出");
        }
    }

    private void isTold(String number) {
        try (var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            wang.at("/cases/" + number);
            assertThat(wang.main()).containsText("准予");
        }
    }

    /** A change of the item leaves the case as it is; an item taken back can no longer be applied for. */
    private void goesOnAfterTheEnd(Window yuan, String draft, String code, String number) {
        yuan.at(draft);
        yuan.press("在这一版上改");
        var next = yuan.path();
        assertThat(next).isNotEqualTo(draft);
        yuan.at(next + "/facts/limits");
        yuan.fill("承诺办结时限", "4");
        yuan.press("保存，回到清单");
        yuan.at(next + "/check");
        yuan.press("提交审核");
        try (var tian = Window.of(browser, port, "田博文")) {
            tian.at(next + "/review");
            assertThat(tian.main()).containsText("和已发布的第 1 版比，有 1 处不同");
            check.look(tian, "design-review-changes");
            tian.press("发布");
            assertThat(tian.page().getByRole(AriaRole.STATUS)).containsText("已发布");
            tian.at(next + "/review");
            tian.main().locator("summary").click();
            tian.fill("理由", "试办结束，这个事项不再办。");
            tian.press("停办这个事项");
            assertThat(tian.page().getByRole(AriaRole.STATUS)).containsText("已停办");
        }
        try (var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            assertThat(wang.open("/items/" + code)).isEqualTo(404);
            assertThat(wang.open("/cases/" + number)).isEqualTo(200);
        }
    }
}
