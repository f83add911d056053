package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Gateways.Fact;
import tools.jackson.databind.json.JsonMapper;

/** Tells other systems, each request signed with the secret that both sides keep; see docs/integration. */
@Component
class Webhooks implements Outlet {

    static final String TIMESTAMP = "X-Zhengtong-Timestamp";
    static final String SIGNATURE = "X-Zhengtong-Signature";
    static final String IDENTIFIER = "X-Zhengtong-Id";

    private final Map<String, GatewaySettings.Webhook> webhooks;
    private final JsonMapper json;
    private final Clock clock;

    Webhooks(GatewaySettings settings, JsonMapper json, Clock clock) {
        this.webhooks = settings.webhooks();
        this.json = json;
        this.clock = clock;
    }

    /** Names of the systems that want to be told of this message. */
    List<String> wanting(String template) {
        return webhooks.entrySet().stream()
                .filter(hook -> hook.getValue().templates().stream().anyMatch(template::startsWith))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean configured() {
        return !webhooks.isEmpty();
    }

    @Override
    public List<Fact> facts() {
        return webhooks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(hook -> {
                    var prefix = "zhengtong.notice.webhooks." + hook.getKey();
                    return java.util.stream.Stream.of(
                            new Fact(prefix + ".url", hook.getValue().url().toString(), false),
                            new Fact(prefix + ".algorithm", hook.getValue().algorithm(), false),
                            new Fact(
                                    prefix + ".templates",
                                    String.join(", ", hook.getValue().templates()),
                                    false),
                            new Fact(prefix + ".secret", hook.getValue().secret(), true));
                })
                .toList();
    }

    @Override
    public Answer hand(Letter letter) {
        var hook = webhooks.get(letter.address());
        if (hook == null) {
            return new Answer.Refused("Not configured any more: " + letter.address());
        }
        var body = json.writeValueAsBytes(body(letter));
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var headers = Map.of(
                "Content-Type",
                "application/json",
                IDENTIFIER,
                letter.identifier(),
                TIMESTAMP,
                timestamp,
                SIGNATURE,
                Signatures.of(hook.algorithm(), hook.secret(), Signatures.stamped(timestamp, body)));
        return again(HttpPost.send(
                hook.url(), headers, body, hook.timeout(), text -> Answer.Taken.saying(Answer.shortened(text))));
    }

    /** A system recognizes a repetition by its identifier, so what may have arrived is simply sent again. */
    private static Answer again(Answer answer) {
        return answer instanceof Answer.Unsure(var reason, var _) ? new Answer.NotNow(reason) : answer;
    }

    private static Map<String, Object> body(Letter letter) {
        var delivery = letter.delivery();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", letter.identifier());
        body.put("template", delivery.template());
        body.put("title", letter.subject());
        body.put("text", letter.text());
        body.put("values", delivery.args());
        body.put("link", letter.link());
        body.put(
                "recipient",
                delivery.recipient() == null
                        ? null
                        : String.valueOf(delivery.recipient().value()));
        body.put("writtenAt", letter.writtenAt().toString());
        return body;
    }
}
