package org.zhengtong.service.license.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.trust.SealCheck;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseStatus;

/**
 * The public check of licences.
 *
 * @param typed what somebody typed into the field
 * @param unknown the identifier is well formed, but this node has not issued it
 * @param license what the identifier names; the template shows its masked holder only
 * @param seals what the uploaded sheet says, null without an upload
 */
public record VerifyPage(
        String typed,
        List<FieldFault> faults,
        boolean unknown,
        @Nullable License license,
        @Nullable LicenseStatus status,
        @Nullable SealCheck seals) {

    static VerifyPage empty() {
        return new VerifyPage("", List.of(), false, null, null, null);
    }

    static VerifyPage faulty(String typed, FieldFault fault) {
        return new VerifyPage(typed, List.of(fault), false, null, null, null);
    }

    /** How the status is drawn. */
    public static String drawn(LicenseStatus status) {
        return switch (status) {
            case VALID -> "done";
            case SUSPENDED -> "soon";
            case REVOKED -> "overdue";
            case CANCELLED, EXPIRED -> "draft";
        };
    }
}
