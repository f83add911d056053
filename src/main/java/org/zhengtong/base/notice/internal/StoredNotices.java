package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Message;
import org.zhengtong.base.notice.MessageId;
import org.zhengtong.base.notice.MessageTemplate;
import org.zhengtong.base.notice.MessageTemplate.Wording;
import org.zhengtong.base.notice.Messages;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;

@Service
class StoredNotices implements Notices, Messages {

    private final MessageStore messages;
    private final Wordings wordings;
    private final Clock clock;

    StoredNotices(MessageStore messages, Wordings wordings, Clock clock) {
        this.messages = messages;
        this.wordings = wordings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void send(Notice notice) {
        var published = wordings.published(notice.template());
        messages.insert(
                notice,
                published.map(MessageTemplate::version).orElse(0),
                notice.urgent() || published.map(MessageTemplate::urgent).orElse(false),
                clock.instant());
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
    public Wording wording(Message message, Locale locale) {
        return wordings.write(message.template(), message.templateVersion(), message.args(), locale);
    }
}
