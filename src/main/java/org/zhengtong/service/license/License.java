package org.zhengtong.service.license;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseNumber;

/**
 * A licence as issued.
 *
 * @param holder whose licence it is; others see {@link Holder#maskedName()} and {@link Holder#maskedCode()}
 * @param validUntil the last day, null = without end
 * @param file the sealed PDF, null while it is being made
 * @param ofd the same as a sealed OFD file, null when the node did not sign with SM2 at the time of issue
 */
public record License(
        LicenseIdentifier identifier,
        CaseNumber caseNumber,
        String type,
        String title,
        Holder holder,
        DepartmentId issuer,
        String issuerName,
        LocalDate issuedOn,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        LicenseStatus stored,
        List<LicenseFact> facts,
        @Nullable FileId file,
        @Nullable FileId ofd) {

    public License {
        facts = List.copyOf(facts);
    }

    /**
     * Whose licence it is.
     *
     * @param person a natural person, whose name is shown to others in part only
     */
    public record Holder(
            String name,
            String code,
            boolean person,
            @Nullable AccountId account) {

        /** The name as others may see it: 王*燕 for a person; an enterprise's name is public (企业信息公示暂行条例 第六条). */
        public String maskedName() {
            if (!person || name.length() < 2) {
                return name;
            }
            var end = name.length() > 2 ? name.substring(name.length() - 1) : "";
            return name.charAt(0) + "*".repeat(Math.max(1, name.length() - 2)) + end;
        }

        /** The code as others may see it: four characters at each end. */
        public String maskedCode() {
            return code.length() < 12
                    ? "****"
                    : code.substring(0, 4) + "*".repeat(code.length() - 8) + code.substring(code.length() - 4);
        }
    }

    /** The status on a day: what is stored, or expired. */
    public LicenseStatus statusOn(LocalDate day) {
        var over = validUntil != null && day.isAfter(validUntil);
        return over && (stored == LicenseStatus.VALID || stored == LicenseStatus.SUSPENDED)
                ? LicenseStatus.EXPIRED
                : stored;
    }

    /** Owner of the sealed files in the file store. */
    public FileOwner files() {
        return new FileOwner("license", identifier.value());
    }
}
