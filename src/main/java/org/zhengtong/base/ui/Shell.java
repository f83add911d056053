package org.zhengtong.base.ui;

import gg.jte.Content;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.zhengtong.base.ui.internal.Numbers;

/** What each template knows of its visitor: language, look, name, navigation. One for each request. */
public final class Shell {

    private final ShellParts parts;
    private final Appearance appearance;
    private final String path;
    private final @Nullable ShellUser user;
    private final @Nullable CsrfToken token;

    /** A shell for one page; {@code path} is the address without its query. */
    public Shell(
            ShellParts parts, Appearance appearance, String path, @Nullable ShellUser user, @Nullable CsrfToken token) {
        this.parts = parts;
        this.appearance = appearance;
        this.path = path;
        this.user = user;
        this.token = token;
    }

    /** The text of {@code key} in the visitor's language, its places {0}, {1}… filled. */
    public String say(String key, Object... args) {
        return parts.texts().say(locale(), key, args);
    }

    /** The text of {@code key}, or {@code otherwise} where no room has written one. */
    public String sayOr(String otherwise, String key, Object... args) {
        return parts.texts().knows(key) ? say(key, args) : otherwise;
    }

    /** Chinese of China, or English. */
    public Locale locale() {
        return appearance.locale();
    }

    /** Value of the page's {@code lang} attribute. */
    public String language() {
        return "en".equals(appearance.language()) ? "en" : "zh-CN";
    }

    /**
     * Value of the {@code lang} attribute for a text from data: {@code zh-CN} for one that is mostly Chinese in an English
     * page, else none.
     */
    public @Nullable String langOf(@Nullable String text) {
        if (text == null || !"en".equals(appearance.language())) {
            return null;
        }
        var chinese = text.codePoints()
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN)
                .count();
        var latin = text.codePoints()
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        return chinese > latin ? "zh-CN" : null;
    }

    /** The choices of colour, contrast and size. */
    public Appearance appearance() {
        return appearance;
    }

    /** Address of this page without its query, such as {@code /items}. */
    public String path() {
        return path;
    }

    /** Who is signed in; null for a visitor. */
    public @Nullable ShellUser user() {
        return user;
    }

    /** Whether this node runs with made-up people. */
    public boolean demo() {
        return parts.mode().demo();
    }

    /** Name of the site, such as 济南市政务服务. */
    public String siteName() {
        return parts.mode().siteName();
    }

    /** Now, in the node's time zone. */
    public ZonedDateTime now() {
        return ZonedDateTime.now(clock());
    }

    /** A date as people write it: 3月5日 in the current year, else with the year; “5 March 2026” in English. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : WrittenDates.date(date, LocalDate.now(clock()), locale());
    }

    /** A date with its weekday: 3月5日（星期四）. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "" : WrittenDates.day(date, LocalDate.now(clock()), locale());
    }

    /** A moment with date and 24-hour time in the node's zone: 3月2日 10:42. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : WrittenDates.time(at.atZone(clock().getZone()), LocalDate.now(clock()), locale());
    }

    /** A moment with its weekday. */
    public String moment(Instant at) {
        var here = at.atZone(clock().getZone());
        return day(here.toLocalDate()) + " " + here.toLocalTime().withNano(0);
    }

    /** A number with a space at every third digit: 18 426. */
    public String number(Number number) {
        return Numbers.written(number);
    }

    private Clock clock() {
        return parts.clock();
    }

    /** The hidden field every POST form needs. */
    public Content csrf() {
        var current = token;
        return output -> {
            if (current != null) {
                output.writeContent("<input type=\"hidden\" name=\"");
                output.writeContent(current.getParameterName());
                output.writeContent("\" value=\"");
                output.writeContent(current.getToken());
                output.writeContent("\">");
            }
        };
    }

    /** Address of a file of ours under {@code static/}, marked with this build so that browsers fetch a changed one. */
    public String asset(String file) {
        return "/assets/" + file + "?v=" + parts.build();
    }

    /** Groups of the staff navigation that this user may see. */
    public List<NavigationGroup> navigation() {
        return user == null ? List.of() : parts.navigation(user, path, locale());
    }

    /** Number of unread messages of the signed-in user. */
    public long unread() {
        return user == null ? 0 : parts.unread(user);
    }

    /** Address of the list of messages. */
    public String messagesHref() {
        return parts.messagesHref(user != null && user.staff());
    }
}
