package org.zhengtong.data.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who uses a resource (影响面): rooms that hand its data out declare a bean of this. */
public interface ResourceUses {

    /** Everybody who uses it now. */
    List<Use> usesOf(ResourceCode code);

    /**
     * One use.
     *
     * @param user department or system in words
     * @param purpose what for
     * @param until last day of the permission; null for one without an end
     * @param href page about it; null when there is none
     */
    record Use(
            String user,
            String purpose,
            @Nullable LocalDate until,
            @Nullable String href) {}
}
