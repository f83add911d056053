package org.zhengtong.base.notice.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.notice.Gateways.Fact;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway by HTTP: body, headers and signature as its operator wants them. */
record HttpGateway(String prefix, @Nullable HttpGatewaySettings settings, JsonMapper json, Clock clock) {

    boolean configured() {
        return settings != null && settings.url() != null;
    }

    HttpGatewaySettings requireSettings() {
        return Objects.requireNonNull(settings, "Not configured: " + prefix);
    }

    List<Fact> facts() {
        if (settings == null) {
            return List.of(new Fact(prefix + ".url", null, false));
        }
        return List.of(
                new Fact(
                        prefix + ".url",
                        settings.url() == null ? null : settings.url().toString(),
                        false),
                new Fact(prefix + ".content-type", settings.contentType(), false),
                new Fact(prefix + ".algorithm", settings.algorithm(), false),
                new Fact(prefix + ".secret", settings.secret(), true),
                new Fact(prefix + ".timeout", settings.timeout().toString(), false));
    }

    Answer hand(Letter letter) {
        var chosen = requireSettings();
        var values = new LinkedHashMap<String, String>();
        values.put("to", letter.address());
        values.put("text", letter.text());
        values.put("id", letter.identifier());
        values.put("timestamp", String.valueOf(clock.instant().getEpochSecond()));
        var escape = escape(chosen.contentType());
        var body = filled(chosen.body(), values, escape);
        values.put("body", body);
        if (chosen.secret() != null) {
            var signed = filled(chosen.signed(), values, UnaryOperator.identity());
            values.put(
                    "signature",
                    Signatures.of(chosen.algorithm(), chosen.secret(), signed.getBytes(StandardCharsets.UTF_8)));
            body = filled(body, Map.of("signature", values.get("signature")), escape);
        }
        return HttpPost.send(
                Objects.requireNonNull(chosen.url()),
                headers(chosen, values),
                body.getBytes(StandardCharsets.UTF_8),
                chosen.timeout(),
                this::read);
    }

    private static UnaryOperator<String> escape(String contentType) {
        return contentType.contains("json")
                ? text -> new String(JsonStringEncoder.getInstance().quoteAsCharArray(text))
                : text -> URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Fills in what was there from the start; what is filled in is not looked through again. */
    static String filled(String pattern, Map<String, String> values, UnaryOperator<String> escape) {
        return java.util.regex.Pattern.compile("\\{([a-z]+)}").matcher(pattern).replaceAll(place -> {
            var value = values.get(place.group(1));
            return java.util.regex.Matcher.quoteReplacement(value == null ? place.group() : escape.apply(value));
        });
    }

    private static Map<String, String> headers(HttpGatewaySettings chosen, Map<String, String> values) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", chosen.contentType() + ";charset=UTF-8");
        chosen.headers()
                .forEach((name, value) ->
                        headers.put(name, filled(value, values, text -> text.replaceAll("\\p{Cntrl}", ""))));
        return headers;
    }

    private Answer read(String text) {
        var chosen = requireSettings();
        JsonNode answer;
        try {
            answer = json.readTree(text);
        } catch (JacksonException notJson) {
            return chosen.okPointer() == null
                    ? Answer.Taken.saying(Answer.shortened(text))
                    : new Answer.NotNow(Answer.shortened(text));
        }
        if (chosen.okPointer() != null
                && !answer.at(chosen.okPointer()).asString("").equals(chosen.okValue())) {
            return new Answer.Refused(Answer.shortened(text));
        }
        var id = answer.at(chosen.idPointer()).asString("");
        return new Answer.Taken(Answer.shortened(text), id.isEmpty() ? List.of() : List.of(id));
    }
}
