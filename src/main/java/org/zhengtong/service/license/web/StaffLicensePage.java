package org.zhengtong.service.license.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseStatus;
import org.zhengtong.service.license.StatusChange;

/**
 * One licence for staff.
 *
 * @param possible what its status may become now; empty without the right
 */
public record StaffLicensePage(
        License license,
        LicenseStatus status,
        List<StatusChange> changes,
        List<LicenseStatus> possible,
        String chosen,
        String reason,
        List<FieldFault> faults) {}
