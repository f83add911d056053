package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.geo.GeoPoint;
import org.zhengtong.base.geo.internal.shape.Ellipsoid;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;

/** The map draws the layers' tiles, measures what is drawn as the server does, and asks no other server. */
@BrowserJourney
class MapTest {

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void opens_a_browser() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void closes_the_browser() {
        playwright.close();
    }

    private static Window mapOf(Window window, List<String> faults, List<String> asked) {
        window.page().onConsoleMessage(said -> {
            if (said.type().equals("error")) {
                faults.add(said.text());
            }
        });
        window.page().onPageError(faults::add);
        window.page().onRequest(request -> asked.add(request.url()));
        window.at("/staff/map?find=历下区");
        window.page().waitForSelector("#geo-map[data-ready]");
        return window;
    }

    @Test
    void layers_are_drawn_from_tiles_of_this_node_alone() {
        var faults = new java.util.ArrayList<String>();
        var asked = new java.util.ArrayList<String>();
        try (var sun = mapOf(Window.of(browser, port, "孙静"), faults, asked)) {
            assertThat(asked).anyMatch(url -> url.contains("/geo/tiles/divisions/"));
            assertThat(asked).allMatch(url -> url.startsWith("http://localhost:" + port + "/"));
            var box = sun.page().locator("#geo-map").boundingBox();
            sun.page().mouse().move(box.x + box.width / 2, box.y + box.height / 2);
            // OpenLayers reads the tile: an independent judge of what was encoded.
            sun.page().waitForFunction("() => document.getElementById('geo-pointer').textContent.includes('历下区')");
            sun.page().mouse().click(box.x + box.width / 2, box.y + box.height / 2);
            sun.page().waitForFunction("() => document.getElementById('geo-place').textContent.includes('济南市历下区')");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_drawn_is_measured_on_the_ellipsoid_and_exported() {
        var faults = new java.util.ArrayList<String>();
        try (var sun = mapOf(Window.of(browser, port, "孙静"), faults, new java.util.ArrayList<>())) {
            var box = sun.page().locator("#geo-map").boundingBox();
            sun.press("线");
            sun.page().mouse().click(box.x + 100, box.y + 100);
            sun.page().mouse().dblclick(box.x + 300, box.y + 200);
            sun.page().waitForSelector("#geo-drawn li");
            assertThat(sun.page().locator("#geo-drawn li").textContent()).matches("线 [0-9.]+ k?m");

            var download = sun.page().waitForDownload(() -> sun.press("导出 GeoJSON"));
            assertThat(download.suggestedFilename()).isEqualTo("drawn.geojson");
            sun.press("撤销上一个");
            assertThat(sun.page().locator("#geo-drawn li").count()).isZero();

            assertThat(measured(sun, "m.distance([117,36],[118,37])"))
                    .isCloseTo(Ellipsoid.distance(new GeoPoint(117, 36), new GeoPoint(118, 37)), within(0.001));
            assertThat(measured(sun, "m.area([[117,36],[118,36],[118,37],[117,36]])"))
                    .isCloseTo(
                            Ellipsoid.area(new double[] {117, 118, 118, 117}, new double[] {36, 36, 37, 36}),
                            within(1.0));
        }
        assertThat(faults).isEmpty();
    }

    private static double measured(Window window, String expression) {
        var value = window.page()
                .evaluate("async () => { const m = await import('/assets/geo/ellipsoid.js'); return " + expression
                        + "; }");
        return ((Number) value).doubleValue();
    }
}
