package org.zhengtong.base.identity.internal.passkey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountLetters;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.Passkey;
import org.zhengtong.base.identity.PasskeySite;
import org.zhengtong.base.identity.Passkeys;
import org.zhengtong.base.identity.internal.passkey.PasskeyStore.OwnedKey;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.NodeMode;

@Service
class StoredPasskeys implements Passkeys {
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final Duration UNDO = Duration.ofMinutes(10);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ANSWER = 100_000;
    private static final int CHALLENGE_BYTES = 32;

    private final PasskeyStore store;
    private final Accounts accounts;
    private final ObjectProvider<AccountLetters> letters;
    private final AuditLog audit;
    private final NodeMode mode;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StoredPasskeys(
            PasskeyStore store,
            Accounts accounts,
            ObjectProvider<AccountLetters> letters,
            AuditLog audit,
            NodeMode mode,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.letters = letters;
        this.audit = audit;
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    public List<Passkey> list(AccountId account) {
        return store.list(account);
    }

    @Override
    @Transactional
    public String creationOptions(CurrentUser user, PasskeySite site) {
        var challenge = challenge(user.id());
        return new Ceremony(site, mode.siteName())
                .creationOptions(challenge, owner(user.id(), user.name()), store.credentialIds(user.id()));
    }

    private byte[] challenge(@Nullable AccountId account) {
        var challenge = fresh();
        var now = clock.instant();
        store.keepChallenge(challenge, account, now.plus(VALID), now);
        return challenge;
    }

    private byte[] fresh() {
        var bytes = new byte[CHALLENGE_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private Ceremony.Owner owner(AccountId account, String name) {
        return new Ceremony.Owner(store.handle(account, fresh()), name);
    }

    @Override
    @Transactional
    public AddOutcome add(CurrentUser user, String name, String answer, PasskeySite site) {
        var key = answered(answer, user.id())
                .flatMap(claimed -> new Ceremony(site, mode.siteName())
                        .made(answer, claimed.challenge(), owner(user.id(), user.name())));
        if (key.isEmpty()) {
            return AddOutcome.REFUSED;
        }
        if (!store.add(user.id(), shortened(name), key.get(), clock.instant())) {
            return AddOutcome.KNOWN;
        }
        record(user, "identity.add_passkey", shortened(name));
        letters.getObject().tell(user.id(), "identity.notice.passkey-added", "/account/passkeys", shortened(name));
        return AddOutcome.ADDED;
    }

    // Whatever becomes of the answer, its challenge is used up.
    private Optional<Ceremony.Claimed> answered(String answer, @Nullable AccountId account) {
        if (answer.isEmpty() || answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        return Ceremony.claimed(answer)
                .filter(claimed -> store.useChallenge(claimed.challenge(), account, clock.instant()));
    }

    private static String shortened(String name) {
        var bare = name.strip();
        return bare.substring(0, Math.min(LONGEST_NAME, bare.length()));
    }

    private void record(CurrentUser user, String event, String name) {
        audit.record(AuditAction.of(user.actor(), event, "account", user.id().toString())
                .with("name", name));
    }

    @Override
    @Transactional
    public String requestOptions(PasskeySite site) {
        return new Ceremony(site, mode.siteName()).requestOptions(challenge(null));
    }

    @Override
    @Transactional
    public Optional<AccountId> prove(String answer, PasskeySite site) {
        return answered(answer, null)
                .flatMap(claimed -> store.lock(claimed.credentialId())
                        .filter(owned -> accounts.findUser(owned.account()).isPresent())
                        .filter(owned -> isSigned(answer, claimed.challenge(), owned, site))
                        .map(OwnedKey::account));
    }

    // A count that does not grow means that the key was copied (WebAuthn, 7.2 step 22); devices that do not count say
    // 0.
    private boolean isSigned(String answer, byte[] challenge, OwnedKey owned, PasskeySite site) {
        var name = accounts.find(owned.account()).orElseThrow().name();
        var count = new Ceremony(site, mode.siteName())
                .signed(answer, challenge, owned.key(), owner(owned.account(), name));
        var before = owned.key().signatureCount();
        var good = count.isPresent() && (before == 0 && count.get() == 0 || count.get() > before);
        if (good) {
            store.used(owned.id(), count.get(), clock.instant());
        }
        return good;
    }

    @Override
    @Transactional
    public void rename(CurrentUser user, long passkey, String name) {
        if (name.isBlank() || !store.rename(user.id(), passkey, shortened(name))) {
            throw new ProblemException(IdentityProblem.PASSKEY_NOT_FOUND);
        }
        record(user, "identity.rename_passkey", shortened(name));
    }

    @Override
    @Transactional
    public void remove(CurrentUser user, long passkey) {
        if (!store.remove(user.id(), passkey, clock.instant())) {
            throw new ProblemException(IdentityProblem.PASSKEY_NOT_FOUND);
        }
        record(user, "identity.remove_passkey", Long.toString(passkey));
    }

    @Override
    @Transactional
    public boolean restore(CurrentUser user, long passkey) {
        var restored = store.restore(user.id(), passkey, clock.instant().minus(UNDO));
        if (restored) {
            record(user, "identity.restore_passkey", Long.toString(passkey));
        }
        return restored;
    }
}
