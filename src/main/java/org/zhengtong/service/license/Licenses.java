package org.zhengtong.service.license;

import java.util.List;
import java.util.Optional;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseNumber;

/** The licences this node has issued. Issuing itself follows from a granted case, without a call. */
public interface Licenses {

    /** The licence with this identifier. */
    Optional<License> find(LicenseIdentifier identifier);

    /** The licence that came of a case: of a bundle's licences the one of the whole, or the first. */
    default Optional<License> findByCase(CaseNumber number) {
        return ofCase(number).stream().findFirst();
    }

    /** All licences that came of a case; a bundle (一件事) has those of its lanes too. */
    List<License> ofCase(CaseNumber number);

    /** An account's licences, the latest first. */
    List<License> heldBy(AccountId holder);

    /** Licences whose identifier, holder or case matches, the latest first, at most 50. */
    List<License> search(String text);

    /** What happened to a licence after it was issued, the latest first. */
    List<StatusChange> changes(LicenseIdentifier identifier);

    /** Suspends, restores, revokes or cancels a licence, with reasons; needs {@code license.revoke_license} for the issuer. */
    ChangeOutcome change(LicenseIdentifier identifier, LicenseStatus status, String reason, CurrentUser by);
}
