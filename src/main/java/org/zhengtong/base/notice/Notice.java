package org.zhengtong.base.notice;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/**
 * A message to somebody: {@code Notice.to(account, "casework.notice.accepted", number).linking("/cases/" + number)}.
 *
 * @param template text key of the sending room; {@code <template>.title} and {@code <template>.body} are its two texts
 * @param link address within the site that the message leads to
 * @param urgent rings at night, too
 * @param once the same recipient gets a message with this value only once; for listeners that may run twice
 */
public record Notice(
        AccountId to,
        String template,
        List<String> args,
        @Nullable String link,
        boolean urgent,
        @Nullable String once) {

    /** Arguments of this form are dates; pages and mails write them out for the reader. */
    public static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");

    public Notice {
        args = List.copyOf(args);
        if (link != null && (!link.startsWith("/") || link.startsWith("//"))) {
            throw new IllegalArgumentException("Not an address within the site: " + link);
        }
    }

    /** A message without link; arguments fill {0}, {1}… of both texts. */
    public static Notice to(AccountId to, String template, Object... args) {
        return new Notice(to, template, Arrays.stream(args).map(String::valueOf).toList(), null, false, null);
    }

    /** The same message with a link. */
    public Notice linking(String href) {
        return new Notice(to, template, args, href, urgent, once);
    }

    /** The same message, sent only once under this value. */
    public Notice once(String value) {
        return new Notice(to, template, args, link, urgent, value);
    }

    /** The same message, which may ring at night. */
    public Notice urgently() {
        return new Notice(to, template, args, link, true, once);
    }
}
