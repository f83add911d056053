package org.zhengtong.base.identity.internal.certificate;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CertificateSignIn;
import org.zhengtong.base.identity.RealNames;
import org.zhengtong.base.trust.CertificateChallenge;
import org.zhengtong.base.trust.CertificateChallenges;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.ProofOutcome;
import org.zhengtong.base.trust.ProofOutcome.Reason;

@Service
class ProvedCertificates implements CertificateSignIn {
    private static final String PURPOSE = "sign-in";
    private static final Pattern REFERENCE = Pattern.compile("account:([1-9][0-9]{0,17})");

    private final CertificateChallenges challenges;
    private final Accounts accounts;
    private final RealNames realNames;

    ProvedCertificates(CertificateChallenges challenges, Accounts accounts, RealNames realNames) {
        this.challenges = challenges;
        this.accounts = accounts;
        this.realNames = realNames;
    }

    @Override
    public CertificateChallenge challenge() {
        return challenges.challenge(PURPOSE);
    }

    @Override
    public Outcome prove(UUID challenge, String chainPem, String signature) {
        return switch (challenges.prove(challenge, PURPOSE, chainPem, decoded(signature))) {
            case ProofOutcome.Refused(Reason reason) -> new Outcome.Refused(reason);
            case ProofOutcome.Proven proven ->
                account(proven.holder())
                        .<Outcome>map(account -> admitted(account, proven))
                        .orElseGet(Outcome.NoAccount::new);
        };
    }

    private Outcome admitted(AccountId account, ProofOutcome.Proven proven) {
        realNames.verifyByCertificate(
                account, proven.holder().name(), proven.serial().value());
        return new Outcome.SignedIn(account);
    }

    // What is no Base64 is no signature; the challenge is used up by it all the same.
    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature.replaceAll("\\s", ""));
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private Optional<AccountId> account(CertificateHolder holder) {
        var reference = REFERENCE.matcher(holder.reference());
        return reference.matches()
                ? Optional.of(new AccountId(Long.parseLong(reference.group(1))))
                        .filter(account -> accounts.findUser(account).isPresent())
                : Optional.empty();
    }
}
