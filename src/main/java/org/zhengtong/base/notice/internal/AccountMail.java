package org.zhengtong.base.notice.internal;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountLetters;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;

/** What the room {@code identity} has to tell the holders of accounts. */
@Service
class AccountMail implements AccountLetters {

    private final Notices notices;
    private final MessageStore messages;
    private final MailStore mails;
    private final Clock clock;

    AccountMail(Notices notices, MessageStore messages, MailStore mails, Clock clock) {
        this.notices = notices;
        this.messages = messages;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void tell(AccountId to, String template, @Nullable String link, Object... args) {
        var notice = Notice.to(to, template, args);
        notices.send(link == null ? notice : notice.linking(link));
    }

    // Not among the messages of the site: who reads those is signed in already, or is somebody at a session left open.
    @Override
    @Transactional
    public boolean mailSecretLink(AccountId to, String template, String link, Object... args) {
        var address = messages.findAddress(to);
        address.ifPresent(known -> mails.insert(Notice.to(to, template, args).linking(link), known, clock.instant()));
        return address.isPresent();
    }
}
