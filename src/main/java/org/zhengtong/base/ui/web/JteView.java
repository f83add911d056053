package org.zhengtong.base.ui.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** Renders one template as UTF-8, with its length, so that the answer leaves in one piece. */
class JteView implements View {

    private final TemplateEngine templates;
    private final PublishedPages published;
    private final String name;

    JteView(TemplateEngine templates, PublishedPages published, String name) {
        this.templates = templates;
        this.published = published;
        this.name = name;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    @SuppressWarnings("unchecked")
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = model == null ? Map.<String, Object>of() : (Map<String, Object>) model;
        response.setContentType(getContentType());
        var key = PublishedPages.key(name, values);
        if (key != null) {
            var page = published.page(key, () -> rendered(values).toByteArray());
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
            return;
        }
        var output = rendered(values);
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private Utf8ByteOutput rendered(Map<String, Object> values) {
        var output = new Utf8ByteOutput();
        templates.render(name, values, output);
        return output;
    }
}
