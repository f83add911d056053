package org.zhengtong.base.ui.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * The answer to requests that no page ever sees because the server refuses their very address, such as {@code /%00}: in both
 * languages, without anything of the server. Made by the server itself, so it knows no beans.
 */
public final class LastErrorPage extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(page());
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // whoever asked has hung up
            return;
        }
    }

    private static String page() {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>"
                + say(Locale.ROOT, "") + "</title>");
        for (var language : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
            page.append("<p class=\"zt-last\" lang=\"")
                    .append(language.equals(Locale.ENGLISH) ? "en" : "zh-CN")
                    .append("\">")
                    .append(say(language, ""))
                    .append("<br>")
                    .append(say(language, ".mend"))
                    .append("</p>");
        }
        return page.append("<p><a href=\"/\">/</a></p></html>").toString();
    }

    private static String say(Locale language, String part) {
        return ResourceBundle.getBundle("messages/ui", language).getString("problem.problem.bad_request" + part);
    }
}
