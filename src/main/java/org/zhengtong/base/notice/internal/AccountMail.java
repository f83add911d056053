package org.zhengtong.base.notice.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountLetters;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Contact;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;

/** What the room {@code identity} has to tell the holders of accounts. */
@Service
class AccountMail implements AccountLetters {

    private final Notices notices;
    private final ContactStore contacts;
    private final Posting posting;

    AccountMail(Notices notices, ContactStore contacts, Posting posting) {
        this.notices = notices;
        this.contacts = contacts;
        this.posting = posting;
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
        var address = contacts.of(to).stream()
                .filter(contact -> contact.channel() == Channel.MAIL)
                .map(Contact::address)
                .findFirst();
        address.ifPresent(
                known -> posting.postSecret(Notice.to(to, template, args).linking(link), known));
        return address.isPresent();
    }
}
