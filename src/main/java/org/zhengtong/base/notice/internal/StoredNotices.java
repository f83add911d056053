package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.MailAddresses;
import org.zhengtong.base.notice.Message;
import org.zhengtong.base.notice.MessageId;
import org.zhengtong.base.notice.Messages;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;

@Service
class StoredNotices implements Notices, Messages, MailAddresses {

    // Practical, not RFC 5321: what is wrong beyond this the mail server says.
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST_ADDRESS = 254;

    private final MessageStore messages;
    private final MailStore mails;
    private final Clock clock;

    StoredNotices(MessageStore messages, MailStore mails, Clock clock) {
        this.messages = messages;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void send(Notice notice) {
        var at = clock.instant();
        if (messages.insert(notice, at)) {
            messages.findAddress(notice.to()).ifPresent(address -> mails.insert(notice, address, at));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public long unread(AccountId account) {
        return messages.countUnread(account);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Message> list(AccountId account, @Nullable MessageId before, int limit) {
        return messages.list(account, before, limit);
    }

    @Override
    @Transactional
    public Optional<Message> read(AccountId account, MessageId id) {
        return messages.markRead(account, id, clock.instant());
    }

    @Override
    @Transactional
    public int readAll(AccountId account) {
        return messages.markAllRead(account, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> find(AccountId account) {
        return messages.findAddress(account);
    }

    @Override
    @Transactional
    public boolean keep(AccountId account, String address) {
        if (address.isBlank()) {
            messages.deleteAddress(account);
            return true;
        }
        var given = address.strip();
        if (given.length() > LONGEST_ADDRESS || !ADDRESS.matcher(given).matches()) {
            return false;
        }
        messages.saveAddress(account, given, clock.instant());
        return true;
    }
}
