package org.zhengtong.app.hall.web.finding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.ui.RulerDay;
import org.zhengtong.service.items.LifeEvent;
import org.zhengtong.service.items.ServiceItem;

/**
 * The guide of an item, in one language.
 *
 * @param division name of the division that the item belongs to
 * @param event the first life event it belongs to, for the path above the title
 * @param ruler an example of how the committed limit is counted; null when none is stated
 * @param missing keys of what the department has not stated
 */
public record GuidePage(
        ServiceItem item,
        Department department,
        String division,
        @Nullable LifeEvent event,
        LimitTexts limits,
        List<Lane> lanes,
        @Nullable Ruler ruler,
        List<String> missing,
        LocalDate publishedOn) {

    /** The limits in words; null where not stated. */
    public record LimitTexts(
            @Nullable String committed,
            @Nullable String statutory,
            @Nullable String joint) {}

    /** What one department does at the same time as others, and the guide of its own item. */
    public record Lane(
            String department,
            String task,
            LimitTexts limits,
            @Nullable String note,
            @Nullable String href) {}

    /** The days of an example, and its arithmetic in words. */
    public record Ruler(List<RulerDay> days, String words) {}

    /** Telephone to ask: the guide's, else the department's; null when neither is stated. */
    public @Nullable String phone() {
        var phone = item.guide().window().phone();
        return phone == null ? department.phone() : phone;
    }

    /** Where to go: the guide's window, else the department's address; null when neither is stated. */
    public @Nullable String address() {
        var address = item.guide().window().address();
        return address == null ? department.address() : address;
    }

    /** Whether the department has stated anything beyond name and code. */
    public boolean filledIn() {
        return !item.guide().conditions().isEmpty() || !item.guide().materials().isEmpty();
    }
}
