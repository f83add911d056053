package org.zhengtong.base.notice.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Message;
import org.zhengtong.base.notice.MessageId;
import org.zhengtong.base.notice.Messages;

/** The messages of who is signed in; the same page in the frame of the public and of the staff side. */
@Controller
class MessagesController {

    private static final int PAGE_SIZE = 20;

    private final Messages messages;
    private final Accounts accounts;

    MessagesController(Messages messages, Accounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    @GetMapping("/messages")
    String publicList(
            CurrentUser user, @RequestParam(required = false) @Nullable Long before, Locale locale, Model model) {
        model.addAttribute("page", page("/messages", user, before, locale));
        return "notice/messages";
    }

    @GetMapping("/staff/messages")
    String staffList(
            CurrentUser user, @RequestParam(required = false) @Nullable Long before, Locale locale, Model model) {
        model.addAttribute("page", page("/staff/messages", user, before, locale));
        return "notice/staff_messages";
    }

    private MessagesPage page(String base, CurrentUser user, @Nullable Long before, Locale locale) {
        var found = messages.list(user.id(), before == null ? null : new MessageId(before), PAGE_SIZE + 1);
        List<Message> shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        var next = found.size() > PAGE_SIZE
                ? base + "?before=" + shown.getLast().id().value()
                : null;
        return new MessagesPage(
                base,
                shown.stream()
                        .map(message -> new MessagesPage.Line(message, messages.wording(message, locale)))
                        .toList(),
                messages.unread(user.id()),
                before == null ? null : base,
                next,
                accounts.names(shown.stream()
                        .map(Message::passedOnFrom)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    }

    /** Opening a message marks it as read and leads to what it is about. */
    @PostMapping({"/messages/{id}/reading", "/staff/messages/{id}/reading"})
    String read(@PathVariable long id, CurrentUser user) {
        return "redirect:"
                + messages.read(user.id(), new MessageId(id)).map(Message::link).orElseGet(() -> home(user));
    }

    @PostMapping({"/messages/reading", "/staff/messages/reading"})
    String readAll(CurrentUser user) {
        messages.readAll(user.id());
        return "redirect:" + home(user);
    }

    private static String home(CurrentUser user) {
        return user.isStaff() ? "/staff/messages" : "/messages";
    }
}
