package org.zhengtong.base.certificates.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.CertificateKind;

/** For whom a certificate is asked, and the PKCS#10 request. */
public record IssueForm(
        @Nullable String whom,
        @Nullable String account,
        @Nullable String node,
        @Nullable String request) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,16}");
    private static final Pattern NODE = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,56}[a-z0-9])?");

    boolean forNode() {
        return "NODE".equals(whom);
    }

    /** The holder; null when the account or the node's name is wrong. */
    @Nullable
    CertificateHolder holder(Accounts accounts) {
        if (forNode()) {
            var name = node == null ? "" : node.strip();
            return NODE.matcher(name).matches()
                    ? new CertificateHolder(CertificateKind.NODE, "node:" + name, name)
                    : null;
        }
        var found = found(accounts, account == null ? "" : account.strip());
        return found == null || found.name().isBlank() || found.name().length() > CertificateHolder.LONGEST
                ? null
                : new CertificateHolder(kind(found), "account:" + found.id(), found.name());
    }

    private static @Nullable Account found(Accounts accounts, String written) {
        var id = byNumber(written)
                .or(() -> CitizenNumber.check(written).valid().flatMap(accounts::findCitizen))
                .or(() -> CreditCode.check(written).valid().flatMap(accounts::findEnterprise))
                .or(() -> ofStaff(accounts, written));
        return id.flatMap(accounts::find).orElse(null);
    }

    private static Optional<AccountId> byNumber(String written) {
        return NUMBER.matcher(written).matches()
                ? Optional.of(new AccountId(Long.parseLong(written)))
                : Optional.empty();
    }

    private static Optional<AccountId> ofStaff(Accounts accounts, String written) {
        try {
            var staff = new StaffId(written);
            return Optional.ofNullable(accounts.ofStaff(List.of(staff)).get(staff));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CertificateKind kind(Account account) {
        return account.kind() == AccountKind.ENTERPRISE ? CertificateKind.ORGANIZATION : CertificateKind.PERSON;
    }
}
