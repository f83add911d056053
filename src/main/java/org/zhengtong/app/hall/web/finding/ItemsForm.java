package org.zhengtong.app.hall.web.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody looks for, as it stands in the address of the page. */
public record ItemsForm(
        @Nullable String q,
        @Nullable String place,
        @Nullable String department,
        @Nullable String event,
        @Nullable String target,
        @Nullable String kind,
        @Nullable String after) {

    /** What was typed; empty when nothing was. */
    public String text() {
        return q == null ? "" : q.strip();
    }

    /** Whether anything is looked for at all. */
    public boolean isEmpty() {
        return text().isEmpty() && department == null && event == null && target == null && kind == null;
    }

    /** The same view with one value changed, or taken out by null, from its first page. */
    String with(String name, @Nullable String value) {
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put("q", text());
        values.put("place", place);
        values.put("department", department);
        values.put("event", event);
        values.put("target", target);
        values.put("kind", kind);
        values.put(name, value);
        return address(values);
    }

    private static String address(Map<String, @Nullable String> values) {
        var address = UriComponentsBuilder.fromPath("/items");
        values.forEach((name, value) -> {
            if (value != null && !value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }
}
