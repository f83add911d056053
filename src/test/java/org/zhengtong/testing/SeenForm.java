package org.zhengtong.testing;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form as a {@link Visitor} fills it in: what the page holds already, what is typed over it, and the button pressed. */
public final class SeenForm {

    private static final String BOUNDARY = "----------zhengtong";

    private final SeenPage page;
    private final FormElement form;
    private final Element button;
    private final List<Attached> files = new ArrayList<>();

    private record Attached(String name, String fileName, String mediaType, byte[] content) {}

    SeenForm(SeenPage page, FormElement form, Element button) {
        this.page = page;
        this.form = form;
        this.button = button;
    }

    /** Types into a field, or chooses one of several answers. */
    public SeenForm fill(String name, String value) {
        var fields = form.select("[name=" + SeenPage.quoted(name) + "]");
        if (fields.isEmpty()) {
            throw new AssertionError(
                    "No field " + name + " among " + form.select("[name]").eachAttr("name"));
        }
        var first = fields.getFirst();
        if (first.attr("type").matches("radio|checkbox")) {
            choose(fields, value);
        } else if (first.tagName().equals("select")) {
            first.select("option")
                    .forEach(option -> option.attr("selected", option.val().equals(value)));
        } else {
            first.val(value);
        }
        return this;
    }

    private static void choose(List<Element> options, String value) {
        for (var option : options) {
            if (option.attr("type").equals("radio") || option.val().equals(value)) {
                option.attr("checked", option.val().equals(value));
            }
        }
    }

    /** Attaches a file. */
    public SeenForm attach(String name, String fileName, String mediaType, byte[] content) {
        files.add(new Attached(name, fileName, mediaType, content));
        return this;
    }

    /** Sends the form with the button pressed and follows redirects. */
    public SeenPage submit() {
        var target = button.hasAttr("formaction") ? button.absUrl("formaction") : form.absUrl("action");
        var address = target.isEmpty() ? page.address() : page.visitor().address(target);
        return form.attr("enctype").equals("multipart/form-data")
                ? page.visitor()
                        .send(address, "multipart/form-data; boundary=" + BOUNDARY, BodyPublishers.ofByteArray(parts()))
                : page.visitor()
                        .send(address, "application/x-www-form-urlencoded", BodyPublishers.ofString(encodedFields()));
    }

    private List<String[]> fields() {
        var all = new ArrayList<String[]>();
        form.formData().forEach(field -> all.add(new String[] {field.key(), field.value()}));
        all.removeIf(field -> files.stream().anyMatch(file -> file.name().equals(field[0])));
        if (!button.attr("name").isEmpty()) {
            all.removeIf(field -> field[0].equals(button.attr("name")) && field[1].equals(button.val()));
            all.add(new String[] {button.attr("name"), button.val()});
        }
        return all;
    }

    private String encodedFields() {
        return String.join(
                "&",
                fields().stream()
                        .map(field -> encode(field[0]) + "=" + encode(field[1]))
                        .toList());
    }

    private byte[] parts() {
        var body = new ByteArrayOutputStream();
        fields().forEach(field ->
                part(body, "form-data; name=\"" + field[0] + "\"", null, field[1].getBytes(StandardCharsets.UTF_8)));
        files.forEach(file -> part(
                body,
                "form-data; name=\"" + file.name() + "\"; filename=\"" + file.fileName() + "\"",
                file.mediaType(),
                file.content()));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static void part(
            ByteArrayOutputStream body,
            String disposition,
            @org.jspecify.annotations.Nullable String mediaType,
            byte[] content) {
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n"
                + (mediaType == null ? "" : "Content-Type: " + mediaType + "\r\n") + "\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
