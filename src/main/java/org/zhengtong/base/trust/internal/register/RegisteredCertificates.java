package org.zhengtong.base.trust.internal.register;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateExpiring;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateQuery;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.CertificateState;
import org.zhengtong.base.trust.Certificates;
import org.zhengtong.base.trust.ChainLink;
import org.zhengtong.base.trust.IssueOutcome;
import org.zhengtong.base.trust.IssueOutcome.Fault;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.StateOutcome;
import org.zhengtong.base.trust.TrustProblem;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.Keys;

/** Issues certificates and decides about their state. */
@Component
public class RegisteredCertificates implements Certificates {

    private static final int WARNED_AT_ONCE = 500;

    private final CertificateStore certificates;
    private final CertificateSearch search;
    private final RevocationListStore lists;
    private final KeyCabinet cabinet;
    private final CertificateIssuer issuer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public RegisteredCertificates(
            CertificateStore certificates,
            CertificateSearch search,
            RevocationListStore lists,
            KeyCabinet cabinet,
            CertificateIssuer issuer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.certificates = certificates;
        this.search = search;
        this.lists = lists;
        this.cabinet = cabinet;
        this.issuer = issuer;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public IssueOutcome issue(CertificateRequest request) {
        if (request.holder().kind() == CertificateKind.SEAL) {
            return new IssueOutcome.Refused(Fault.RENEWS_ITSELF);
        }
        return issuer.issue(request.holder(), SigningRequest.read(request.pkcs10()), null);
    }

    @Override
    @Transactional
    public IssueOutcome renew(CertificateSerial serial) {
        var earlier = require(serial);
        return renewed(earlier, new SigningRequest(certificateOf(earlier).getPublicKey(), earlier.suite(), null));
    }

    @Override
    @Transactional
    public IssueOutcome renew(CertificateSerial serial, String pkcs10) {
        return renewed(require(serial), SigningRequest.read(pkcs10));
    }

    private IssueOutcome renewed(Certificate earlier, SigningRequest request) {
        if (earlier.holder().kind() == CertificateKind.SEAL) {
            return new IssueOutcome.Refused(Fault.RENEWS_ITSELF);
        }
        return earlier.state() == CertificateState.VALID
                ? issuer.issue(earlier.holder(), request, earlier.serial())
                : new IssueOutcome.Refused(Fault.WITHDRAWN);
    }

    @Override
    @Transactional
    public StateOutcome suspend(CertificateSerial serial, String why) {
        return decide(
                serial,
                List.of(CertificateState.VALID),
                known -> with(known, CertificateState.SUSPENDED, RevocationReason.ON_HOLD, why));
    }

    @Override
    @Transactional
    public StateOutcome restore(CertificateSerial serial, String why) {
        return decide(
                serial, List.of(CertificateState.SUSPENDED), known -> with(known, CertificateState.VALID, null, why));
    }

    @Override
    @Transactional
    public StateOutcome revoke(CertificateSerial serial, RevocationReason reason, String why) {
        if (reason == RevocationReason.ON_HOLD) {
            throw new IllegalArgumentException("A hold does not revoke " + serial);
        }
        return decide(
                serial,
                List.of(CertificateState.VALID, CertificateState.SUSPENDED),
                known -> with(known, CertificateState.REVOKED, reason, why));
    }

    private StateOutcome decide(
            CertificateSerial serial, List<CertificateState> from, UnaryOperator<Certificate> decision) {
        var known = certificates
                .lock(serial)
                .orElseThrow(() -> new ProblemException(TrustProblem.CERTIFICATE_NOT_FOUND, serial.value()));
        if (!from.contains(known.state())) {
            return new StateOutcome.Refused(known);
        }
        var changed = decision.apply(known);
        certificates.changeState(changed);
        lists.markStale(KeyCabinet.alias("issuing", changed.suite()));
        return new StateOutcome.Changed(changed);
    }

    private Certificate with(Certificate known, CertificateState state, @Nullable RevocationReason reason, String why) {
        return new Certificate(
                known.serial(),
                known.suite(),
                known.holder(),
                state,
                reason,
                why,
                clock.instant(),
                known.issuedAt(),
                known.startsAt(),
                known.expiresAt(),
                known.renews(),
                known.pem());
    }

    private Certificate require(CertificateSerial serial) {
        return certificates
                .find(serial)
                .orElseThrow(() -> new ProblemException(TrustProblem.CERTIFICATE_NOT_FOUND, serial.value()));
    }

    @Override
    public Optional<Certificate> find(CertificateSerial serial) {
        return certificates.find(serial);
    }

    @Override
    public String chain(Certificate certificate) {
        return issuer.chain(certificate);
    }

    @Override
    public List<ChainLink> links(Certificate certificate) {
        var suite = certificate.suite();
        return Stream.of(
                        certificateOf(certificate),
                        cabinet.issuing(suite).certificate(),
                        cabinet.root(suite).certificate())
                .map(each -> new ChainLink(
                        read(each.getSubjectX500Principal()),
                        read(each.getIssuerX500Principal()),
                        CertificateSerial.of(each.getSerialNumber()),
                        each.getNotBefore().toInstant(),
                        each.getNotAfter().toInstant()))
                .toList();
    }

    /** The JDK writes the kinds of name that it does not know as numbers. */
    private static String read(X500Principal name) {
        return X500Name.getInstance(name.getEncoded()).toString();
    }

    private static X509Certificate certificateOf(Certificate registered) {
        return Keys.certificate(registered.pem().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Override
    public List<Certificate> of(String reference) {
        return certificates.of(reference);
    }

    @Override
    public List<Certificate> search(CertificateQuery query) {
        return search.list(query, clock.instant());
    }

    @Override
    public CertificateQuery.Standing standing(Certificate certificate) {
        var now = clock.instant();
        if (certificate.state() == CertificateState.REVOKED) {
            return CertificateQuery.Standing.REVOKED;
        }
        if (certificate.expiredAt(now)) {
            return CertificateQuery.Standing.EXPIRED;
        }
        if (certificate.state() == CertificateState.SUSPENDED) {
            return CertificateQuery.Standing.SUSPENDED;
        }
        return certificate.expiredAt(now.plus(WARNING))
                ? CertificateQuery.Standing.EXPIRING
                : CertificateQuery.Standing.VALID;
    }

    @Override
    @Transactional
    public int warnOfExpiry() {
        var now = clock.instant();
        var due = certificates.markWarned(now, now.plus(WARNING), WARNED_AT_ONCE);
        due.forEach(certificate -> events.publishEvent(
                new CertificateExpiring(certificate.serial(), certificate.holder(), certificate.expiresAt())));
        return due.size();
    }
}
