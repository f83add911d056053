package org.zhengtong.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Looks at a page as wide as a desk's screen and as a phone's: barriers by axe-core (WCAG 2.2 A and AA), scrolling
 * sideways, texts that are missing or in the wrong language; with {@code -Dzhengtong.pictures=true} keeps a picture of each.
 */
final class PageCheck {

    private static final Path PICTURES = Path.of("target", "screenshots");

    /** A picture takes as long as the check: drawn only when somebody wants to look. */
    private static final boolean DRAWN = Boolean.getBoolean("zhengtong.pictures");

    /** Every page in both languages, dark, with high contrast and in large print, too: an hour's work, for a release. */
    private static final boolean EVERY_LOOK = Boolean.getBoolean("zhengtong.looks");

    private static final Map<String, String> LOOKS = Map.of(
            "dark", "dark normal normal",
            "high contrast and large print", "light high large",
            "dark, high contrast and large print", "dark high large");

    private static final String PUT_ON = """
        look => {
          const [theme, contrast, size] = look.split(' '), page = document.documentElement;
          page.dataset.bsTheme = theme; page.dataset.ztContrast = contrast; page.dataset.ztSize = size;
        }
        """;

    private static final String AXE = """
        async ([tags, contrast]) => (await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],
            rules: {'color-contrast': {enabled: contrast}}}))
          .violations.flatMap(found => found.nodes.map(node =>
            found.id + ' at ' + node.target.join(' ') + ': ' + node.html.slice(0, 160)
              + ' (' + (node.any.concat(node.all, node.none)[0]?.message ?? found.help) + ')'))
        """;

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String OVERFLOW = """
        () => {
          const wide = document.scrollingElement.scrollWidth, room = window.innerWidth;
          if (wide <= room) return [];
          const out = [...document.querySelectorAll('body *')].filter(part =>
            part.getBoundingClientRect().right > room + 1 && !part.closest('.zt-scroll'));
          return ['scrolls sideways, ' + wide + ' px: '
            + out.slice(0, 4).map(part => part.tagName.toLowerCase() + '.' + part.className).join(', ')];
        }
        """;

    /**
     * Visible text that belongs to the platform: without what a person typed or another program said, and without what is marked as
     * another language.
     */
    private static final String WORDS = """
        () => {
          const page = document.documentElement.lang.slice(0, 2), words = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const holder = walker.currentNode.parentElement;
            const language = (holder.closest('[lang]')?.lang ?? page).slice(0, 2);
            const text = walker.currentNode.textContent.trim();
            if (text && language === page && !holder.closest('script, style, noscript, code, kbd, samp, textarea')) words.push(text);
          }
          return words;
        }
        """;

    private static final Pattern UNFILLED = Pattern.compile("\\?\\?\\?|\\{[0-9]}|\\bnull\\b");
    private static final Pattern ENGLISH = Pattern.compile("\\b[A-Za-z][a-z]+(?:[ ,]+[A-Za-z][a-z]+){2,}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
    private static final Pattern KEY = Pattern.compile(
            "(?<!zhengtong\\.)\\b(?:" + MessageFiles.rooms().collect(java.util.stream.Collectors.joining("|"))
                    + "|problem)\\.[a-zA-Z_-]+\\.[a-zA-Z_.-]+\\b");

    private final String script = axe();
    private final List<String> faults = new ArrayList<>();
    private final List<String> chinese = new ArrayList<>();

    /** Checks the page that the window shows, at both widths. */
    void look(Window window, String name) {
        lookAtWidths(window, name);
        readWords(window.page(), name);
        if (EVERY_LOOK) {
            lookOtherwise(window, name);
        }
    }

    private void lookOtherwise(Window window, String name) {
        LOOKS.forEach((called, look) -> {
            window.page().evaluate(PUT_ON, look);
            lookAtWidths(window, name + " " + called);
        });
        window.page().evaluate(PUT_ON, "light normal normal");
        if (window.page().locator("html").getAttribute("lang").startsWith("zh")) {
            inEnglish(window, name + " in English");
        }
    }

    /** Opened beside it, so that what was typed stays; what answers a form is looked at in Chinese only. */
    private void inEnglish(Window window, String name) {
        window.context().request().get("/?lang=en");
        try (var tab = window.beside()) {
            lookAtWidths(window, tab, name);
            readWords(tab, name);
        }
        window.context().request().get("/?lang=zh");
    }

    private void lookAtWidths(Window window, String name) {
        lookAtWidths(window, window.page(), name);
    }

    private void lookAtWidths(Window window, Page page, String name) {
        for (var width : new int[] {Window.DESKTOP, Window.PHONE}) {
            Window.wide(page, width);
            page.evaluate("async () => { await document.fonts.ready }");
            if (DRAWN) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + "-" + width + ".png")));
            }
            if (barriersMatter(window, page, width)) {
                note(name + " at " + width, barriers(page, width));
            }
            note(name + " at " + width, strings(page.evaluate(OVERFLOW)));
        }
        Window.wide(page, Window.DESKTOP);
    }

    private void readWords(Page page, String name) {
        var words = strings(page.evaluate(WORDS));
        note(name, found(words, UNFILLED));
        note(name, found(words, KEY));
        if (page.locator("html").getAttribute("lang").startsWith("zh")) {
            note(name, found(words, ENGLISH));
        } else {
            found(words, HAN).forEach(line -> chinese.add(name + ": " + line));
        }
    }

    private List<String> barriers(Page page, int width) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(script);
        }
        // Measuring colours takes longer than all other rules; they are those of a desk's screen everywhere else.
        return strings(page.evaluate(AXE, List.of(TAGS, EVERY_LOOK || width == Window.DESKTOP)));
    }

    /**
     * The English page is built as the Chinese one is; in other looks than the usual one it stands for both. A page of the staff
     * is on a phone what it is on a desk, with its menu folded as every page of the public has it.
     */
    private static boolean barriersMatter(Window window, Page page, int width) {
        return EVERY_LOOK
                || !(width == Window.PHONE && window.path().startsWith("/staff"))
                        && !"en light normal normal"
                                .equals(
                                        page.evaluate(
                                                "(page => [page.lang.slice(0, 2), page.dataset.bsTheme ?? 'light',"
                                                        + " page.dataset.ztContrast ?? 'normal', page.dataset.ztSize ?? 'normal'].join(' '))(document.documentElement)"));
    }

    private void note(String where, List<String> what) {
        what.forEach(line -> faults.add(where + ": " + line));
    }

    private static List<String> found(List<String> words, Pattern pattern) {
        return words.stream()
                .filter(text -> pattern.matcher(text).find())
                .map(text -> pattern.matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .findFirst()
                                .orElse("") + " in “" + text.substring(0, Math.min(80, text.length())) + "”")
                .distinct()
                .toList();
    }

    /** Everything found so far. */
    List<String> faults() {
        return faults;
    }

    /** Chinese in English pages that is not marked as Chinese: names and data are meant to be, words of the platform not. */
    List<String> chinese() {
        return chinese;
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var file = PageCheck.class.getResourceAsStream("/axe.min.js")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
