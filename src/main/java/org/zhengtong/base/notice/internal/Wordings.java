package org.zhengtong.base.notice.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.MessageTemplate;
import org.zhengtong.base.notice.MessageTemplate.Wording;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;

/** Writes messages out: with the program's own text, or with the version that an office published. */
@Component
class Wordings {

    static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private static final int MOST_PLACES = 10;
    private static final Object[] PLACES =
            IntStream.range(0, MOST_PLACES).mapToObj(at -> "{" + at + "}").toArray();

    /** A text published on another instance holds here after this time. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final String ALL = "all";

    private final TemplateStore templates;
    private final Texts texts;
    private final Cache<String, Map<String, MessageTemplate>> published =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();
    private final Cache<String, Optional<MessageTemplate>> versions =
            Caffeine.newBuilder().maximumSize(1000).build();

    Wordings(TemplateStore templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    /** The published text; empty when the program's own holds. */
    Optional<MessageTemplate> published(String code) {
        return Optional.ofNullable(published.get(ALL, _ -> read()).get(code));
    }

    private Map<String, MessageTemplate> read() {
        return templates.published().stream()
                .map(MessageTemplate.Version::template)
                .collect(Collectors.toUnmodifiableMap(MessageTemplate::code, template -> template));
    }

    /** Something was published here. */
    void renew() {
        published.invalidateAll();
    }

    /** The program's own text with its places as places; empty when it has none, or chooses by number. */
    Optional<MessageTemplate> own(String code) {
        if (!texts.knows(code + ".title") || !texts.knows(code + ".body")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MessageTemplate(
                    code, 0, own(code, Locale.SIMPLIFIED_CHINESE), own(code, Locale.ENGLISH), false, null));
        } catch (IllegalArgumentException choosesByNumber) {
            return Optional.empty();
        }
    }

    private Wording own(String code, Locale locale) {
        return new Wording(texts.say(locale, code + ".title", PLACES), texts.say(locale, code + ".body", PLACES));
    }

    /** The message as it reads in this language, dates written out. */
    Wording write(String code, int version, List<String> args, Locale locale) {
        var values = args.stream().map(value -> written(value, locale)).toList();
        if (version == 0) {
            var array = values.toArray();
            return new Wording(texts.say(locale, code + ".title", array), texts.say(locale, code + ".body", array));
        }
        var template = versions.get(
                        code + " " + version, _ -> templates.find(code, version).map(MessageTemplate.Version::template))
                .orElseThrow(() -> new IllegalStateException("No version " + version + " of " + code));
        var english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return fill(english ? template.english() : template.chinese(), values);
    }

    /** Values are put in as they are: a place within a value is not filled again. */
    static Wording fill(Wording wording, List<String> values) {
        return new Wording(fill(wording.title(), values), fill(wording.body(), values));
    }

    private static String fill(String text, List<String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var at = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(at < values.size() ? values.get(at) : "");
        });
    }

    private static String written(String value, Locale locale) {
        return Notice.ISO_DATE.matcher(value).matches()
                ? WrittenDates.date(LocalDate.parse(value), LocalDate.ofEpochDay(0), locale)
                : value;
    }
}
