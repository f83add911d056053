package org.zhengtong.base.notice.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Messages;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.base.ui.UnreadCounter;

/** The room's share in the frame of each page: the unread count and the outbox in the navigation. */
@Component
class NoticeShell implements UnreadCounter, NavigationEntry {

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

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "notice.outbox";
    }

    @Override
    public String href() {
        return "/staff/mails";
    }

    @Override
    public String permission() {
        return OutboxController.VIEW_OUTBOX;
    }

    @Override
    public int order() {
        return 81;
    }
}
