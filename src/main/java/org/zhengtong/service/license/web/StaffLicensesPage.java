package org.zhengtong.service.license.web;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseStatus;

/** The list of issued licences for staff. */
public record StaffLicensesPage(String text, List<License> licenses, LocalDate today) {

    /** The status to show. */
    public LicenseStatus status(License license) {
        return license.statusOn(today);
    }
}
