package org.zhengtong.app.design.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhengtong.app.design.DesignId;
import org.zhengtong.app.design.DesignState;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.ui.Texts;

/** Drawings as files, without the rest of the platform. */
final class BpmnFixtures {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private BpmnFixtures() {}

    /** A number that no other piece has. */
    static int next() {
        return NUMBERS.incrementAndGet();
    }

    /** What is downloaded for a drawing. */
    static String text(List<Node> tree) {
        var draft = new ItemDesign(
                new DesignId(1),
                1,
                DesignState.EDITING,
                "试验",
                "",
                new DepartmentId("370100.taxation"),
                new ItemContent(Map.of(), List.of(), List.of(), tree, NUMBERS.get()),
                null,
                null,
                null,
                new ItemDesign.Author(new AccountId(1), "袁晴"),
                Instant.EPOCH,
                "袁晴",
                null,
                null);
        return new BpmnText(new Keys(), department -> department).write(draft);
    }

    /** Says keys. */
    private static final class Keys implements Texts {
        @Override
        public String say(Locale locale, String key, Object... args) {
            return key;
        }

        @Override
        public boolean knows(String key) {
            return true;
        }
    }
}
