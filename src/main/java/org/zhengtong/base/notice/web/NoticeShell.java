package org.zhengtong.base.notice.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Messages;
import org.zhengtong.base.ui.UnreadCounter;

/** The room's share in the frame of each page: the unread count. */
@Component
class NoticeShell implements UnreadCounter {

    private final Messages messages;

    NoticeShell(Messages messages) {
        this.messages = messages;
    }

    @Override
    public long unread(long account) {
        return messages.unread(new AccountId(account));
    }

    @Override
    public String href(boolean staff) {
        return staff ? "/staff/messages" : "/messages";
    }
}
