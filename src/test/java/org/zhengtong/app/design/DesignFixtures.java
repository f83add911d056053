package org.zhengtong.app.design;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.app.design.internal.Drawing;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseworkFixtures;

/** Drafts of items and who works on them. */
class DesignFixtures {

    static final DepartmentId MARKET_REGULATION = new DepartmentId("370100.market-regulation");

    private static final List<String> LANES = List.of("market-regulation", "taxation", "human-resources");

    private final CaseworkFixtures cast;
    private final ItemDesigns designs;

    private DesignFixtures(CaseworkFixtures cast, ItemDesigns designs) {
        this.cast = cast;
        this.designs = designs;
    }

    static DesignFixtures of(ApplicationContext platform) {
        return new DesignFixtures(CaseworkFixtures.of(platform), platform.getBean(ItemDesigns.class));
    }

    /** Writes items of Jinan. */
    CurrentUser yuanQing() {
        return cast.staff("jn-0502");
    }

    /** Reviews items everywhere. */
    CurrentUser tianBowen() {
        return cast.staff("jn-0501");
    }

    CurrentUser sunJingAtTheWindow() {
        return cast.sunJingAtTheWindow();
    }

    ItemDesign begun() {
        var by = yuanQing();
        return designs.require(designs.begin("摊区联合审批", MARKET_REGULATION, by), by);
    }

    /** A draft in which nothing is missing, with three lanes. */
    ItemDesign complete() {
        var draft = begun();
        return saved(draft, complete(draft.content()));
    }

    ItemDesign saved(ItemDesign draft, ItemContent content) {
        var by = yuanQing();
        if (designs.save(draft, content, by) != ItemDesigns.SaveOutcome.SAVED) {
            throw new IllegalStateException("Not saved: " + draft.id());
        }
        return designs.require(draft.id(), by);
    }

    static ItemContent complete(ItemContent content) {
        var facts = Map.of(
                "summary", "设临时摊区，三个部门一次办。",
                "audience", "市场开办者",
                "conditions", "有固定的摊区范围",
                "law", "山东省城镇容貌和环境卫生管理办法",
                "article", "第十五条",
                "lawText", "设置临时摊区，应当经主管部门批准。",
                "address", "济南市政务服务中心",
                "hours", "工作日",
                "phone", "0531-12345");
        var more = Map.of("complaintPhone", "0531-12345", "committed", "5", "result", "NONE");
        return lanes(content.stating(facts).stating(more));
    }

    private static ItemContent lanes(ItemContent content) {
        var drawn = Drawing.addLane(Drawing.addFork(content, 0, NodeKind.PARALLEL), content.lastNumber() + 1);
        var steps = drawn.nodes().filter(node -> node.kind() == NodeKind.STEP).toList();
        for (var lane = 0; lane < steps.size(); lane++) {
            drawn = Drawing.state(
                    drawn,
                    steps.get(lane).id(),
                    Map.of("title", "审查" + lane, "department", "370100." + LANES.get(lane), "committed", "3"));
        }
        return drawn;
    }
}
