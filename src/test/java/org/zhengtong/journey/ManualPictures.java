package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * The pictures of one manual: each is named in it with a caption, and what the caption puts between “ and ” stands on the page.
 * With {@code -Dpictures.write=true} they are drawn anew.
 */
final class ManualPictures {

    private static final Path FOLDER = Path.of("docs", "users");
    private static final boolean DRAWN = Boolean.getBoolean("pictures.write");
    private static final Pattern NAMED = Pattern.compile("!\\[([^]]*)]\\(pictures/([a-z-]+)\\.png\\)");
    private static final Pattern QUOTED = Pattern.compile("“([^”]+)”");
    private static final long MOST_BYTES = 80_000;
    private static final int COLOURS = 64;
    private static final int PATIENCE = DRAWN ? 3_000 : 30_000;
    private static final int MARGIN = 4;
    private static final int TALLEST = 900;

    private final String manual;
    private final Map<String, String> captions = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final TreeSet<String> taken = new TreeSet<>();

    ManualPictures(String manual) {
        this.manual = manual;
        try {
            NAMED.matcher(Files.readString(FOLDER.resolve(manual)))
                    .results()
                    .forEach(named -> captions.put(named.group(2), named.group(1)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The page's main part. */
    void take(Window window, String name) {
        take(window, name, window.main(), 0);
    }

    /** What matters of the page, with a narrow margin. */
    void take(Window window, String name, Locator part) {
        take(window, name, part, MARGIN);
    }

    private void take(Window window, String name, Locator part, int margin) {
        assertThat(captions).as(manual).containsKey(name);
        QUOTED.matcher(captions.getOrDefault(name, ""))
                .results()
                .forEach(quoted -> lookFor(quoted.group(1), window.page(), name));
        taken.add(name);
        if (DRAWN) {
            write(name, shot(window.page(), part, margin));
        }
    }

    private void lookFor(String words, Page page, String name) {
        try {
            assertThat(page.locator("body"))
                    .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        } catch (AssertionError missing) {
            faults.add(name + " does not say " + words);
        }
    }

    /** Every picture that the manual names was taken, and is there. */
    void all_are_there() throws IOException {
        assertThat(faults).as(manual).isEmpty();
        assertThat(taken).as(manual).isEqualTo(captions.keySet());
        for (var name : taken) {
            assertThat(Files.size(file(name))).as(name).isBetween(1L, MOST_BYTES);
        }
    }

    private static Path file(String name) {
        return FOLDER.resolve("pictures").resolve(name + ".png");
    }

    private static byte[] shot(Page page, Locator part, int margin) {
        page.evaluate("async () => { await document.fonts.ready; document.activeElement.blur(); scrollTo(0, 0); }");
        var box = part.boundingBox();
        var wide = page.viewportSize().width;
        var left = Math.max(0, box.x - margin);
        var top = box.y;
        return page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(
                        left,
                        top,
                        Math.min(wide - left, box.width + 2 * margin),
                        Math.min(TALLEST, box.height + margin)));
    }

    private static void write(String name, byte[] picture) {
        try {
            Files.createDirectories(file(name).getParent());
            var drawn = ImageIO.read(new ByteArrayInputStream(picture));
            ImageIO.write(fewColours(drawn), "png", file(name).toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The commonest colours are enough for a page, and make a small file. */
    private static BufferedImage fewColours(BufferedImage picture) {
        var counted = new HashMap<Integer, Integer>();
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (var at = 0; at < pixels.length; at++) {
            pixels[at] &= 0xffffff;
            counted.merge(pixels[at], 1, Integer::sum);
        }
        var chosen = chosen(counted);
        var nearest = new HashMap<Integer, Integer>();
        var few = new BufferedImage(
                picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette(chosen));
        for (var at = 0; at < pixels.length; at++) {
            var index = nearest.computeIfAbsent(pixels[at], colour -> nearest(colour, chosen));
            few.getRaster().setSample(at % picture.getWidth(), at / picture.getWidth(), 0, index);
        }
        return few;
    }

    /** By frequency, no two of them nearly the same. */
    private static List<Integer> chosen(Map<Integer, Integer> counted) {
        var chosen = new ArrayList<Integer>();
        var closest = 24 * 24;
        for (var colour : counted.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList()) {
            var often = counted.getOrDefault(colour, 0) > 2_000;
            if (chosen.size() < COLOURS
                    && (often || chosen.stream().allMatch(other -> distance(colour, other) >= closest))) {
                chosen.add(colour);
            }
        }
        return chosen;
    }

    private static IndexColorModel palette(List<Integer> chosen) {
        var colours = chosen.stream().mapToInt(Integer::intValue).toArray();
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int nearest(int colour, List<Integer> chosen) {
        var best = 0;
        for (var at = 1; at < chosen.size(); at++) {
            if (distance(colour, chosen.get(at)) < distance(colour, chosen.get(best))) {
                best = at;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        var red = (one >> 16) - (other >> 16);
        var green = ((one >> 8) & 0xff) - ((other >> 8) & 0xff);
        var blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}
