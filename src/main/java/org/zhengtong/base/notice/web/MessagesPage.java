package org.zhengtong.base.notice.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.notice.Message;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.ui.Shell;

/** Messages, newest first, and the address for mail with its fault if there is one. */
public record MessagesPage(
        String base,
        List<Message> messages,
        long unread,
        @Nullable String first,
        @Nullable String next,
        String address,
        boolean addressRefused) {

    /** The arguments as the reader writes them: dates in his form. */
    public static Object[] written(Shell shell, List<String> args) {
        return args.stream()
                .map(argument ->
                        Notice.ISO_DATE.matcher(argument).matches() ? shell.date(LocalDate.parse(argument)) : argument)
                .toArray();
    }

    MessagesPage refusing(String typed) {
        return new MessagesPage(base, messages, unread, first, next, typed, true);
    }
}
