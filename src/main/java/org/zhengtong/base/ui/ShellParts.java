package org.zhengtong.base.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The parts of the node that every page's {@link Shell} draws from. */
@Component
public class ShellParts {

    private static final List<String> GROUPS = List.of("cases", "supervision", "data", "look-up", "settings");

    private final Texts texts;
    private final NodeMode mode;
    private final Clock clock;
    private final ObjectProvider<NavigationEntry> entries;
    private final ObjectProvider<UnreadCounter> unread;
    private final String build;

    ShellParts(
            Texts texts,
            NodeMode mode,
            Clock clock,
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<UnreadCounter> unread,
            ObjectProvider<BuildProperties> build) {
        this.texts = texts;
        this.mode = mode;
        this.clock = clock;
        this.entries = entries;
        this.unread = unread;
        this.build = build.stream()
                .map(BuildProperties::getTime)
                .filter(Objects::nonNull)
                .map(time -> Long.toString(time.getEpochSecond(), Character.MAX_RADIX))
                .findFirst()
                .orElse("0");
    }

    String build() {
        return build;
    }

    Texts texts() {
        return texts;
    }

    NodeMode mode() {
        return mode;
    }

    Clock clock() {
        return clock;
    }

    long unread(ShellUser user) {
        return unread.stream()
                .mapToLong(counter -> counter.unread(user.account()))
                .sum();
    }

    String messagesHref(boolean staff) {
        return unread.stream().findFirst().map(counter -> counter.href(staff)).orElse("");
    }

    /** The line whose address comes nearest to the page's: the longest that the path begins with. */
    private String current(String path) {
        return entries.stream()
                .map(NavigationEntry::href)
                .filter(href -> path.equals(href) || path.startsWith(href + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    List<NavigationGroup> navigation(ShellUser user, String path, Locale locale) {
        var groups = new LinkedHashMap<String, List<NavigationGroup.Line>>();
        GROUPS.forEach(group -> groups.put(group, new ArrayList<>()));
        var current = current(path);
        entries.stream()
                .filter(entry -> user.may(entry.permission()))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .forEach(entry -> groups.computeIfAbsent(entry.group(), _ -> new ArrayList<>())
                        .add(new NavigationGroup.Line(
                                texts.say(locale, entry.textKey()),
                                entry.href(),
                                entry.count(user),
                                entry.href().equals(current))));
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group ->
                        new NavigationGroup(texts.say(locale, "ui.navigation." + group.getKey()), group.getValue()))
                .toList();
    }
}
