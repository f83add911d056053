package org.zhengtong.service.license.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of licence as the pack describes it.
 *
 * @param validYears how long it is valid, null = without end
 * @param sealPurpose line at the foot of the seal, such as 行政许可专用章
 * @param authority what the issuing authority is called on the sheet
 */
record LicenseType(
        String key,
        String code,
        String title,
        @Nullable String law,
        @Nullable Integer validYears,
        @Nullable String sealPurpose,
        HolderRule holder,
        String authority,
        List<FactRule> facts) {

    /** The holder's code is assigned by the registration. */
    static final String NEW_CREDIT_CODE = "new-credit-code";

    /**
     * Where the holder stands in the answers.
     *
     * @param code pointer to the holder's code, or {@link #NEW_CREDIT_CODE}
     * @param division pointer to the division that goes into a new credit code
     * @param label what the code is called on the sheet
     */
    record HolderRule(
            String name,
            String code,
            @Nullable String division,
            String label,
            @Nullable Boolean person) {}

    /** One line of the sheet: its label and a text with places in braces. */
    record FactRule(
            String label,
            String text,
            @Nullable Map<String, String> values,
            @Nullable String side) {

        boolean right() {
            return "right".equals(side);
        }
    }
}
