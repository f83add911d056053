package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.zhengtong.base.notice.Mail;
import org.zhengtong.base.notice.MailOutbox;
import org.zhengtong.base.notice.MailState;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;

/** Empties the outbox: claims one mail, sends it outside any transaction, keeps the answer; each step is one statement. */
@Service
class MailDispatch implements MailOutbox {

    /** How long after each failed attempt the next one follows; after the last the mail is given up. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** An instance that died while sending has not answered by then. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    private final MailStore mails;
    private final MailServer server;
    private final Texts texts;
    private final NodeMode mode;
    private final Clock clock;

    MailDispatch(MailStore mails, MailServer server, Texts texts, NodeMode mode, Clock clock) {
        this.mails = mails;
        this.server = server;
        this.texts = texts;
        this.mode = mode;
        this.clock = clock;
    }

    /** Sends what is due, until the server does not answer; says how many left. */
    Dispatched sendDue() {
        var sent = 0;
        var postponed = 0;
        while (server.configured() && postponed == 0) {
            var claimed = mails.claim(clock.instant(), clock.instant().plus(CLAIM));
            if (claimed.isEmpty()) {
                break;
            }
            switch (server.send(letter(claimed.get()))) {
                case MailAnswer.Taken taken -> {
                    mails.markSent(claimed.get(), taken.receipt(), clock.instant());
                    sent++;
                }
                case MailAnswer.Refused refused -> mails.markFailed(claimed.get(), refused.reason(), clock.instant());
                case MailAnswer.NotNow later -> {
                    postpone(claimed.get(), later.reason());
                    postponed++;
                }
            }
        }
        return new Dispatched(sent, mails.counts().getOrDefault(MailState.WAITING, 0L));
    }

    private void postpone(Mail mail, String reason) {
        if (mail.attempts() > PAUSES.size()) {
            mails.markFailed(mail, reason, clock.instant());
        } else {
            mails.markWaiting(mail, reason, clock.instant().plus(PAUSES.get(mail.attempts() - 1)));
        }
    }

    private MailLetter letter(Mail mail) {
        var args = mail.args().stream().map(MailDispatch::written).toArray();
        var text = new StringBuilder(texts.say(Locale.SIMPLIFIED_CHINESE, mail.template() + ".body", args));
        if (mail.link() != null) {
            text.append("\n\n").append(mode.publicUrl()).append(mail.link());
        }
        text.append("\n\n").append(texts.say(Locale.SIMPLIFIED_CHINESE, "notice.mail.foot", mode.siteName()));
        return new MailLetter(
                "<notice-%d-%d@%s>"
                        .formatted(
                                mail.id(),
                                mail.createdAt().toEpochMilli(),
                                mode.publicUrl().replaceFirst("^https?://", "").replaceAll("[:/].*", "")),
                mail.address(),
                texts.say(Locale.SIMPLIFIED_CHINESE, mail.template() + ".title", args),
                text.toString(),
                mail.createdAt());
    }

    /** Dates travel as ISO texts and are written out for the reader. */
    private static Object written(String argument) {
        return Notice.ISO_DATE.matcher(argument).matches()
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.SIMPLIFIED_CHINESE)
                        .format(LocalDate.parse(argument))
                : argument;
    }

    @Override
    public boolean configured() {
        return server.configured();
    }

    @Override
    public Map<MailState, Long> counts() {
        return mails.counts();
    }

    @Override
    public List<Mail> newest(int limit) {
        return mails.newest(limit);
    }

    @Override
    public boolean sendAgain(long mail) {
        return mails.reopen(mail, clock.instant());
    }

    /** What one round did. */
    record Dispatched(int sent, long waiting) {}
}
