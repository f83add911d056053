package org.zhengtong.journey;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.SupplementItem;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.SettableClock;

/** The pages that the manuals show still open and still say what the captions say; draws the pictures when told to. */
@BrowserJourney
class ManualPicturesTest extends PageTour {

    private static final String ITEM = CaseworkFixtures.COMPANY_ESTABLISHMENT.value();

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseReading reading;

    private CaseworkFixtures cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = CaseworkFixtures.of(platform);
    }

    @AfterEach
    void it_is_monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void applicants() throws IOException {
        var pictures = new ManualPictures("applicant.md");
        try (var wang = Window.open(browser, port, true)) {
            wang.at("/sign-in");
            pictures.take(wang, "applicant-sign-in");
            wang.signedInAs("王海燕");
            wang.at("/items?q=企业设立登记");
            pictures.take(wang, "applicant-find");
            wang.at("/items/" + ITEM);
            pictures.take(wang, "applicant-guide");
            fillsIn(wang, pictures);
            waits(wang, pictures);
            receives(wang, pictures);
            wang.at("/appointments");
            pictures.take(wang, "applicant-appointments");
        }
        pictures.all_are_there();
    }

    private static void fillsIn(Window wang, ManualPictures pictures) {
        wang.at("/items/" + ITEM + "/application");
        wang.main().locator("form button").last().click();
        var draft = wang.path().replaceFirst("[?].*", "");
        wang.at(draft + "/contacts");
        wang.fill("姓名", "王海燕");
        wang.fill("公民身份号码", "370104198806169983");
        wang.fill("手机号码", "13800000426");
        wang.field("否").check();
        wang.press("保存并继续");
        pictures.take(wang, "applicant-mend");
        wang.at(draft).press("填入示例内容");
        pictures.take(wang, "applicant-tasks");
        wang.at(draft + "/materials");
        pictures.take(wang, "applicant-materials");
        wang.at(draft + "/check");
        pictures.take(wang, "applicant-check");
        wang.page()
                .getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX)
                .all()
                .forEach(Locator::check);
        wang.press("提交申请");
        Window.wide(wang.page(), Window.PHONE);
        pictures.take(wang, "applicant-receipt");
    }

    private void waits(Window wang, ManualPictures pictures) {
        wang.at("/cases/" + cast.accepted().value());
        pictures.take(wang, "applicant-progress");
        wang.at(wang.path() + "/withdrawal");
        pictures.take(wang, "applicant-withdrawal");
        var asked = cast.filed();
        cases.requestSupplement(
                asked,
                List.of(new SupplementItem("/company/name", "公司名称", "名称和申报的不一致，请改成申报时的写法。")),
                cast.sunJingAtTheWindow());
        wang.at("/cases/" + asked.value() + "/supplement");
        pictures.take(wang, "applicant-supplement");
        Window.wide(wang.page(), Window.DESKTOP);
    }

    private void receives(Window wang, ManualPictures pictures) {
        var number = cast.delivered().value();
        wang.at("/cases/" + number);
        pictures.take(wang, "applicant-result");
        wang.at("/cases/" + number + "/rating");
        pictures.take(wang, "applicant-rating");
        wang.at("/cases/" + number + "/complaint");
        pictures.take(wang, "applicant-complaint");
        wang.at("/verify/"
                + Objects.requireNonNull(
                        reading.requireFile(CaseNumber.parse(number).orElseThrow())
                                .resultIdentifier()));
        pictures.take(wang, "applicant-verify");
    }

    @Test
    void counter_staff() throws IOException {
        var pictures = new ManualPictures("window.md");
        var filed = cast.filed().value();
        try (var sun = Window.of(browser, port, "孙静")) {
            sun.at("/staff/inbox");
            pictures.take(sun, "window-inbox");
            sun.at("/staff/cases/" + filed);
            pictures.take(sun, "window-intake");
            unfold(sun, "一次告知补正");
            pictures.take(sun, "window-supplement", panel(sun));
            unfold(sun, "不予受理");
            pictures.take(sun, "window-refusal", panel(sun));
            sun.at("/staff/walk-ins");
            pictures.take(sun, "window-walk-ins");
            sun.at("/staff/accounts");
            pictures.take(sun, "window-accounts");
            sun.at("/staff/bills");
            pictures.take(sun, "window-bills");
            sun.at("/staff/queue");
            pictures.take(sun, "window-queue");
        }
        pictures.all_are_there();
    }

    private static Locator panel(Window window) {
        return window.main().locator("#panel");
    }

    private static void unfold(Window window, String summary) {
        window.main()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .click();
    }

    @Test
    void examiners() throws IOException {
        var pictures = new ManualPictures("examiner.md");
        var number = cast.accepted().value();
        try (var liu = Window.of(browser, port, "刘思远")) {
            liu.at("/staff/inbox");
            pictures.take(liu, "examiner-inbox");
            liu.at("/staff/cases/" + number);
            pictures.take(liu, "examiner-case");
            unfold(liu, "期限是怎么算的");
            pictures.take(liu, "examiner-clock", liu.main().locator("details").first());
            liu.at("/staff/cases/" + number);
            liu.field("不予（要写理由和救济途径）").check();
            unfold(liu, "不予的理由和救济途径");
            pictures.take(liu, "examiner-denial", form(liu, "/decision"));
            for (var step : List.of(
                    "special-procedure", "extension-request", "opinions", "countersigns", "return", "added-steps")) {
                var form = liu.main()
                        .locator("details:has(form[action$='/" + step + "'])")
                        .last();
                form.locator("summary").first().click();
                pictures.take(liu, "examiner-" + step, form);
            }
            liu.at("/staff/cases/" + number + "/visits");
            pictures.take(liu, "examiner-visit");
            liu.at("/staff/cases/" + number + "/suspension");
            pictures.take(liu, "examiner-suspension");
        }
        pictures.all_are_there();
    }

    private static Locator form(Window window, String address) {
        return window.main().locator("form[action$='" + address + "']").first();
    }

    @Test
    void writers_of_items() throws IOException {
        var pictures = new ManualPictures("item-editor.md");
        try (var yuan = Window.of(browser, port, "袁晴")) {
            yuan.at("/staff/design");
            pictures.take(yuan, "editor-list");
            yuan.follow("新编一个事项");
            yuan.fill("事项名称", "便民市集设置审批");
            yuan.fill("实施部门", "市场监督管理局 370100.market-regulation");
            pictures.take(yuan, "editor-new");
            yuan.press("开始编");
            yuan.page().waitForURL("**/staff/design/*");
            pictures.take(yuan, "editor-tasks");
            var draft = yuan.path().replaceFirst("[?].*", "");
            for (var page : List.of("item", "guide", "limits", "result")) {
                yuan.at(draft + "/facts/" + page);
                pictures.take(yuan, "editor-" + page);
            }
            yuan.at(draft + "/materials").press("加一份材料");
            yuan.fill("材料名称", "市集平面图");
            pictures.take(yuan, "editor-materials");
            yuan.at(draft + "/form").press("在“申请人”里加一个问题");
            yuan.fill("问什么", "卖不卖熟食");
            pictures.take(yuan, "editor-form");
            yuan.at(draft + "/procedure").press("在“整个流程”里加并联");
            yuan.page().locator(".zt-frame-lanes .zt-block").first().click();
            yuan.fill("名称", "市集审查");
            yuan.fill("谁来办", "370100.market-regulation");
            yuan.press("保存");
            pictures.take(yuan, "editor-procedure");
            yuan.at(draft + "/check");
            pictures.take(yuan, "editor-check");
        }
        pictures.all_are_there();
    }

    @Test
    void supervisors() throws IOException {
        var pictures = new ManualPictures("supervisor.md");
        clock.set("2026-08-10T10:00");
        cast.accepted();
        cast.delivered();
        try (var zhou = Window.of(browser, port, "周敏")) {
            zhou.at("/staff/supervision");
            pictures.take(zhou, "supervisor-dashboard");
        }
        clock.set("2026-08-13T09:00");
        platform.getBean(Judgement.class).judge();
        try (var zhou = Window.of(browser, port, "周敏")) {
            zhou.at("/staff/supervision/warnings");
            pictures.take(zhou, "supervisor-warnings");
        }
        clock.set("2026-08-17T09:00");
        platform.getBean(Judgement.class).judge();
        var card = platform.getBean(Cards.class)
                .list(new Cards.Filter(null, null, null), cast.staff("sd-0001"), 1)
                .getFirst();
        try (var zhou = Window.of(browser, port, "周敏")) {
            zhou.at("/staff/supervision/cards");
            pictures.take(zhou, "supervisor-cards");
            zhou.at("/staff/supervision/cards/" + card.id().value());
            pictures.take(zhou, "supervisor-card");
            zhou.at("/staff/supervision/scores?of=2026-08");
            pictures.take(zhou, "supervisor-scores");
            zhou.at("/staff/supervision/scores/370100.market-regulation?of=2026-08");
            pictures.take(zhou, "supervisor-score");
            zhou.at("/staff/supervision/rules");
            pictures.take(zhou, "supervisor-rules");
        }
        pictures.all_are_there();
    }
}
