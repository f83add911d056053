package org.zhengtong.testing;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * What a {@link Visitor} sees: status, address after all redirects, and the page.
 *
 * @param bytes the body as it came, for downloads
 */
public record SeenPage(Visitor visitor, int status, URI address, String mediaType, byte[] bytes, Document html) {

    static SeenPage of(Visitor visitor, HttpResponse<byte[]> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var text = type.startsWith("text/html") ? new String(answer.body(), StandardCharsets.UTF_8) : "";
        var address = answer.uri();
        return new SeenPage(
                visitor, answer.statusCode(), address, type, answer.body(), Jsoup.parse(text, address.toString()));
    }

    /** Path of the page, without host and query. */
    public String path() {
        return address.getPath();
    }

    /** The words of the page's main part. */
    public String text() {
        var main = html.selectFirst("main");
        return (main == null ? html.body() : main).text();
    }

    /** The page's heading. */
    public String heading() {
        var heading = html.selectFirst("h1");
        return heading == null ? "" : heading.text();
    }

    /** The lines of the error summary. */
    public List<String> errors() {
        return html.select(".zt-errors li").eachText();
    }

    /** The error beside a field. */
    public String errorAt(String fieldId) {
        return html.select("[id=" + fieldId + "-error]").text();
    }

    /** Value of a field by its name. */
    public String value(String name) {
        return html.select("main [name=" + quoted(name) + "]").val();
    }

    /** The form whose submit button bears this text. */
    public SeenForm form(String buttonText) {
        return html.select("form button").stream()
                .filter(button -> button.text().contains(buttonText))
                .findFirst()
                .map(this::formOf)
                .orElseThrow(() -> new AssertionError("No button " + buttonText + " on\n" + text()));
    }

    /** The form of this button, to be submitted with it. */
    SeenForm formOf(Element button) {
        var named = button.attr("form");
        var form = named.isEmpty() ? button.closest("form") : html.getElementById(named);
        if (!(form instanceof FormElement element)) {
            throw new AssertionError("A button without a form: " + button);
        }
        return new SeenForm(this, element, button);
    }

    /** Presses a button that needs no input. */
    public SeenPage press(String buttonText) {
        return form(buttonText).submit();
    }

    /** Follows the first link with this text. */
    public SeenPage follow(String linkText) {
        return html.select("a[href]").stream()
                .filter(link -> link.text().contains(linkText))
                .findFirst()
                .map(link -> visitor.open(link.absUrl("href")))
                .orElseThrow(() -> new AssertionError("No link " + linkText + " on\n" + text()));
    }

    /** The page of this list, from this one on, that holds the text: other tests fill the same lists, and with later days. */
    public SeenPage turnedTo(String text) {
        var page = this;
        while (!page.text().contains(text)) {
            page = page.follow("下一页");
        }
        return page;
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
