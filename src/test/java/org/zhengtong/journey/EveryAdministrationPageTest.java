package org.zhengtong.journey;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.trust.SealPlace;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.Seals;
import org.zhengtong.testing.BrowserJourney;

/** The pages of those who keep the platform running and make its forms: readable and usable by everybody, wide and narrow. */
@BrowserJourney
class EveryAdministrationPageTest extends PageTour {

    @Autowired
    private Seals seals;

    @Test
    void pages_of_the_system_administrator() {
        try (var he = Window.of(browser, port, "何平")) {
            look(he, "organization", "/staff/organization");
            look(he, "systems", "/staff/systems");
            he.press("接入系统");
            check.look(he, "systems-mend");
            look(he, "organization-tree", "/staff/organization/tree?at=370100&text=历下");
            look(he, "organization-department", "/staff/organization/departments/370100.market-regulation");
            look(he, "organization-person", "/staff/organization/staff/jn-0202");
            look(he, "establishment", "/staff/establishment");
            look(he, "establishment-import", "/staff/establishment/imports");
            look(he, "establishment-department", "/staff/establishment/departments/370100.taxation");
            look(he, "establishment-staff-new", "/staff/establishment/staff/new?department=370100.taxation");
            look(he, "establishment-merge", "/staff/establishment/reforms/new?kind=MERGE&department=370100.taxation");
            look(he, "establishment-move", "/staff/establishment/reforms/new?kind=MOVE&staff=jn-0202");
            look(he, "administrators", "/staff/administrators");
            look(he, "packs", "/staff/packs");
            look(he, "staff-workdays", "/staff/workdays");
            look(he, "jobs", "/staff/jobs");
            look(he, "job-schedules", "/staff/jobs/schedules");
            look(he, "health", "/staff/health");
            look(he, "settings", "/staff/settings");
            look(he, "settings-none", "/staff/settings?text=qqqqqq");
            look(he, "setting", "/staff/settings/zhengtong.identity.session.idle");
            look(he, "job-schedule", "/staff/jobs/schedules/notice.mail");
            look(he, "components", "/ui/components");
            look(he, "deliveries", "/staff/deliveries");
            look(he, "message-templates", "/staff/message-templates");
            look(he, "message-template", "/staff/message-templates/supervision.notice.reminder");
            look(he, "message-gateways", "/staff/message-gateways");
            look(he, "staff-reminders", "/account/reminders");
        }
        nothing_found();
    }

    @Test
    void pages_of_the_map_keeper() {
        try (var tian = Window.of(browser, port, "田博文")) {
            look(tian, "geo-layers", "/staff/geo/layers");
            look(tian, "geo-layers-none", "/staff/geo/layers?text=qqqqqq");
            look(tian, "geo-layer", "/staff/geo/layers/divisions");
            look(tian, "geo-removal", "/staff/geo/layers/divisions/removal");
            look(tian, "geo-layer-form", "/staff/geo/layers/new");
            tian.press("检查并加上");
            check.look(tian, "geo-layer-form-mend");
            look(tian, "staff-map", "/staff/map");
            look(tian, "staff-map-found", "/staff/map?find=历下区");
            look(tian, "staff-map-place", "/staff/map?lon=117.017&lat=36.661");
        }
        nothing_found();
    }

    @Test
    void pages_of_the_security_administrator() {
        somebodyHasACertificate();
        try (var qiu = Window.of(browser, port, "邱岚")) {
            look(qiu, "sign-in-rule", "/staff/sign-in-rule");
            look(qiu, "roles-all", "/staff/roles?name=孙");
            look(qiu, "access-person", "/staff/access?person=jn-0203");
            look(qiu, "access-permission", "/staff/access?permission=casework.decide_case&department=370100.taxation");
            look(qiu, "certificates", "/staff/certificates");
            look(qiu, "certificates-none", "/staff/certificates?words=qqqqqq");
            qiu.at("/staff/certificates").main().locator("tbody a").first().click();
            check.look(qiu, "certificate");
            qiu.press("吊销这张证书");
            check.look(qiu, "certificate-mend");
            look(qiu, "certificate-issue", "/staff/certificates/new");
            qiu.press("签发");
            check.look(qiu, "certificate-issue-mend");
        }
        nothing_found();
    }

    @Test
    void pages_of_the_audit_administrator() {
        try (var song = Window.of(browser, port, "宋立言")) {
            look(song, "audit", "/staff/audit");
            song.main().locator("tbody a").first().click();
            check.look(song, "audit-entry");
        }
        nothing_found();
    }

    @Test
    void pages_of_forms() {
        try (var zhao = Window.of(browser, port, "赵宁")) {
            look(zhao, "form-library", "/staff/forms");
            look(zhao, "form-library-none", "/staff/forms?text=qqqqqq");
            look(zhao, "form-survey", "/staff/forms/government-it-survey");
            look(zhao, "form-paper", "/staff/forms/government-it-survey/paper");
            look(zhao, "form-changes", "/staff/forms/project-budget/changes");
            look(zhao, "form-definition", "/staff/forms/project-budget/definition");
            zhao.fill("信息化项目年度预算申报表", "{");
            zhao.press("检查并发布");
            check.look(zhao, "form-definition-mend");
            zhao.at("/staff/forms/project-budget").press("开始填写");
            check.look(zhao, "filled-form");
            var address = zhao.path();
            look(zhao, "filled-form-table", address + "/pages/spending");
            zhao.press("保存并继续");
            check.look(zhao, "filled-form-table-mend");
            look(zhao, "filled-form-matrix", address + "/pages/funds");
            look(zhao, "filled-form-paper", address + "/paper");
            zhao.at(address).press("上传");
            check.look(zhao, "workbook-mend");
            look(zhao, "filled-forms", "/staff/filled-forms");
        }
        nothing_found();
    }

    private void somebodyHasACertificate() {
        var sheet = Pdf.a4(Locale.SIMPLIFIED_CHINESE, "决定书").title("决定书").finish();
        seals.seal(
                sheet.bytes(),
                new SealRequest("济南市市场监督管理局", "11370100509819318T", null, "试验", new SealPlace(1, 300, 300)));
    }
}
