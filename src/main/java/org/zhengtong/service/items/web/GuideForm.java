package org.zhengtong.service.items.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.items.ServiceGuide;
import org.zhengtong.service.items.ServiceItem;
import org.zhengtong.service.items.ServiceWindow;

/**
 * The texts of a guide that are kept on screen; empty fields mean “not stated”.
 *
 * @param version the version the editor saw
 * @param conditions one on each line
 */
public record GuideForm(
        int version,
        @Nullable String summary,
        @Nullable String audience,
        @Nullable String conditions,
        @Nullable String result,
        @Nullable String fee,
        @Nullable String visits,
        @Nullable String address,
        @Nullable String hours,
        @Nullable String phone,
        @Nullable String complaintPhone) {

    private static final int MOST_VISITS = 99;

    /** The form as it stands for an item. */
    static GuideForm of(ServiceItem item) {
        var guide = item.guide();
        var window = guide.window();
        return new GuideForm(
                item.version(),
                guide.summary(),
                guide.audience(),
                String.join("\n", guide.conditions()),
                guide.result(),
                guide.fee(),
                guide.visits() == null ? null : guide.visits().toString(),
                window.address(),
                window.hours(),
                window.phone(),
                window.complaintPhone());
    }

    /** Whether the number of visits can be read. */
    boolean readable() {
        var text = clean(visits);
        return text == null || (text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= MOST_VISITS);
    }

    /** The guide with these texts in the place of its own. */
    ServiceGuide applyTo(ServiceGuide guide) {
        var times = clean(visits);
        return new ServiceGuide(
                clean(summary),
                clean(audience),
                guide.audienceNote(),
                lines(conditions),
                guide.materials(),
                guide.steps(),
                guide.lanes(),
                clean(result),
                clean(fee),
                guide.feeNote(),
                times == null ? null : Integer.valueOf(times),
                guide.visitsNote(),
                guide.scope(),
                guide.forms(),
                guide.laws(),
                guide.questions(),
                new ServiceWindow(clean(address), clean(hours), clean(phone), clean(complaintPhone)));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines().flatMap(line -> Stream.ofNullable(clean(line))).toList();
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
