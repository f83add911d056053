package org.zhengtong.service.items;

import org.jspecify.annotations.Nullable;

/** Where, when and whom to ask (办理地点、办理时间、咨询电话、监督电话); null where the department has not stated it. */
public record ServiceWindow(
        @Nullable String address,
        @Nullable String hours,
        @Nullable String phone,
        @Nullable String complaintPhone) {

    /** Nothing is known. */
    public static final ServiceWindow UNKNOWN = new ServiceWindow(null, null, null, null);
}
