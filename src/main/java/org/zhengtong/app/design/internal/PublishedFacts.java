package org.zhengtong.app.design.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.items.ServiceItem;

/** The texts of a guide in force that are kept on screen elsewhere, too. */
final class PublishedFacts {

    private PublishedFacts() {}

    static Map<String, String> of(ServiceItem item) {
        var guide = item.guide();
        var facts = new LinkedHashMap<String, String>();
        facts.put("summary", text(guide.summary()));
        facts.put("audience", text(guide.audience()));
        facts.put("conditions", String.join("\n", guide.conditions()));
        facts.put("visits", guide.visits() == null ? "" : String.valueOf(guide.visits()));
        facts.put("address", text(guide.window().address()));
        facts.put("hours", text(guide.window().hours()));
        facts.put("phone", text(guide.window().phone()));
        facts.put("complaintPhone", text(guide.window().complaintPhone()));
        return facts;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
