package org.zhengtong.base.certificates.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.trust.CertificateExpiring;

/** Tells the holder of an account that its certificate ends soon. */
@Component
class ExpiryNotices {

    private static final Pattern ACCOUNT = Pattern.compile("account:([1-9][0-9]{0,17})");

    private final Notices notices;
    private final Clock clock;

    ExpiryNotices(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void tell(CertificateExpiring expiring) {
        var reference = ACCOUNT.matcher(expiring.holder().reference());
        if (reference.matches()) {
            var account = new AccountId(Long.parseLong(reference.group(1)));
            var lastDay = LocalDate.ofInstant(expiring.expiresAt(), clock.getZone());
            notices.send(Notice.to(
                            account,
                            "certificates.notice.expiring",
                            expiring.holder().name(),
                            lastDay)
                    .once("certificate-" + expiring.serial().value()));
        }
    }
}
