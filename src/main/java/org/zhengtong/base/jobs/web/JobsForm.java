package org.zhengtong.base.jobs.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkQuery;
import org.zhengtong.base.jobs.WorkState;

/** What the filter of long work sends; all of it may be empty. */
public record JobsForm(
        @Nullable WorkState state,
        @Nullable String text,
        @Nullable Long before) {

    /** The text looked for, "" for all. */
    public String words() {
        return text == null ? "" : text.strip();
    }

    WorkQuery toQuery(int most) {
        return new WorkQuery(state, words(), before == null ? null : new WorkId(before), most);
    }

    /** The same filter as the query of an address. */
    public String query(@Nullable WorkId after) {
        return query(state, after);
    }

    /** The same text in another state. */
    public String query(@Nullable WorkState other, @Nullable WorkId after) {
        return "?state=" + (other == null ? "" : other) + "&text=" + UriUtils.encode(words(), StandardCharsets.UTF_8)
                + (after == null ? "" : "&before=" + after.value());
    }
}
