package org.zhengtong.app.hall;

import org.zhengtong.service.casework.Procedures;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;

/** Steps of an application that several tests take. */
final class Applying {

    static final String APPLICANT = "王海燕";
    static final String OTHER = "济南泉汐信息科技有限公司";

    private final Visitor visitor;
    private final String item;

    private Applying(Visitor visitor, String item) {
        this.visitor = visitor;
        this.item = item;
    }

    static Applying as(String name, int port, Procedures procedures) {
        var item = company(procedures);
        return new Applying(Visitor.at(port).signedInAs(name), item);
    }

    /** The item these tests apply for. */
    static String company(Procedures procedures) {
        return procedures.list().stream()
                .filter(procedure -> procedure.key().equals("company-establishment"))
                .findFirst()
                .orElseThrow()
                .itemCode()
                .value();
    }

    Visitor visitor() {
        return visitor;
    }

    /** A new draft's task list. */
    SeenPage begin() {
        var offer = visitor.open("/items/" + item + "/application");
        return offer.html().select("input[name=another]").isEmpty() ? offer.press("开始填写") : offer.press("另外再填一份");
    }

    /** A new draft with every page filled in; its address. */
    String beginComplete() {
        return begin().press("填入示例内容").path();
    }

    /** Hands a complete draft in. */
    SeenPage handIn(String draft) {
        return visitor.open(draft + "/check")
                .form("提交申请")
                .fill("truth", "true")
                .fill("consent", "true")
                .submit();
    }
}
