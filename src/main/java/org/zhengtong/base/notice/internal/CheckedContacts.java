package org.zhengtong.base.notice.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Contact;
import org.zhengtong.base.notice.ContactOutcome;
import org.zhengtong.base.notice.Contacts;
import org.zhengtong.base.notice.QuietTime;
import org.zhengtong.base.notice.internal.ContactStore.Asked;

@Service
class CheckedContacts implements Contacts {

    static final Duration CODE_HOLDS = Duration.ofMinutes(10);
    static final int MOST_TRIES = 5;
    static final int MOST_CODES_AN_HOUR = 5;
    static final String CODE_TEMPLATE = "notice.code";

    private final ContactStore contacts;
    private final Posting posting;
    private final QuietHours quiet;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CheckedContacts(ContactStore contacts, Posting posting, QuietHours quiet, AuditLog audit, Clock clock) {
        this.contacts = contacts;
        this.posting = posting;
        this.quiet = quiet;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Contact> of(AccountId account) {
        return contacts.of(account);
    }

    @Override
    @Transactional
    public ContactOutcome ask(AccountId account, Channel channel, String address) {
        var kept = AddressForms.kept(channel, address);
        if (kept.isEmpty()) {
            return new ContactOutcome.NotAnAddress();
        }
        if (!posting.open(channel)) {
            return new ContactOutcome.ChannelClosed();
        }
        var now = clock.instant();
        var earlier = contacts.lockAsked(account, channel)
                .filter(asked -> asked.sentAt().isAfter(now.minus(Duration.ofHours(1))))
                .map(Asked::sendings)
                .orElse(0);
        if (earlier >= MOST_CODES_AN_HOUR) {
            return new ContactOutcome.TooMany();
        }
        var code = "%06d".formatted(random.nextInt(1_000_000));
        contacts.ask(
                account,
                channel,
                new Asked(kept.get(), hash(account, kept.get(), code), now, now.plus(CODE_HOLDS), 0, earlier + 1));
        posting.postCode(channel, account, kept.get(), CODE_TEMPLATE, code);
        return new ContactOutcome.CodeSent();
    }

    private static String hash(AccountId account, String address, String code) {
        return Signatures.of("hmac-sha256", code, (account + " " + address).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    @Transactional
    public Optional<String> asked(AccountId account, Channel channel) {
        return contacts.lockAsked(account, channel).filter(this::holds).map(Asked::address);
    }

    private boolean holds(Asked asked) {
        return asked.expiresAt().isAfter(clock.instant()) && asked.tries() < MOST_TRIES;
    }

    @Override
    @Transactional
    public ContactOutcome confirm(AccountId account, Channel channel, String code, Actor by) {
        var asked = contacts.lockAsked(account, channel).filter(this::holds);
        if (asked.isEmpty()) {
            return new ContactOutcome.NoCode();
        }
        if (!Signatures.same(asked.get().codeHash(), hash(account, asked.get().address(), code.strip()))) {
            contacts.countTry(account, channel);
            return new ContactOutcome.WrongCode(MOST_TRIES - asked.get().tries() - 1);
        }
        contacts.save(account, channel, asked.get().address(), clock.instant());
        contacts.useUp(account, channel, clock.instant());
        record(by, "notice.verify_address", account, channel);
        return new ContactOutcome.Verified();
    }

    private void record(Actor by, String event, AccountId account, Channel channel) {
        audit.record(AuditAction.of(by, event, "account", account.toString()).with("channel", channel));
    }

    @Override
    @Transactional
    public void choose(AccountId account, Channel channel, boolean enabled, Actor by) {
        contacts.enable(account, channel, enabled);
        record(by, enabled ? "notice.enable_channel" : "notice.disable_channel", account, channel);
    }

    @Override
    @Transactional
    public void forget(AccountId account, Channel channel, Actor by) {
        contacts.delete(account, channel);
        record(by, "notice.forget_address", account, channel);
    }

    @Override
    @Transactional(readOnly = true)
    public Preference preference(AccountId account) {
        return contacts.preference(account);
    }

    @Override
    @Transactional
    public void prefer(AccountId account, Preference preference, Actor by) {
        contacts.savePreference(account, preference, clock.instant());
        audit.record(AuditAction.of(by, "notice.prefer", "account", account.toString())
                .with("language", preference.language())
                .with("deputy", preference.deputy())
                .with("quiet", preference.quiet()));
    }

    @Override
    public QuietTime usualQuiet() {
        return quiet.usual();
    }
}
