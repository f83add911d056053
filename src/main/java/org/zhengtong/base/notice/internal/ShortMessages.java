package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Gateways.Fact;
import tools.jackson.databind.json.JsonMapper;

/** Short messages: through the SMPP centre if one is configured, else through the HTTP gateway. */
@Component
class ShortMessages implements Outlet {

    private final SmppCentre centre;
    private final HttpGateway gateway;

    ShortMessages(SmppCentre centre, GatewaySettings settings, JsonMapper json, Clock clock) {
        this.centre = centre;
        this.gateway = new HttpGateway("zhengtong.notice.sms", settings.sms(), json, clock);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean configured() {
        return centre.configured() || gateway.configured();
    }

    @Override
    public List<Fact> facts() {
        var smpp = centre.settings();
        var line = Stream.of(
                new Fact("zhengtong.sms.smpp.host", smpp.host(), false),
                new Fact("zhengtong.sms.smpp.port", String.valueOf(smpp.port()), false),
                new Fact("zhengtong.sms.smpp.system-id", smpp.systemId(), false),
                new Fact("zhengtong.sms.smpp.password", smpp.password(), true),
                new Fact("zhengtong.sms.smpp.source", smpp.source(), false));
        return Stream.concat(line, gateway.facts().stream()).toList();
    }

    @Override
    public Answer hand(Letter letter) {
        return centre.configured() ? centre.hand(letter, letter.text()) : gateway.hand(letter);
    }

    @Override
    public void listen() {
        if (centre.configured()) {
            centre.listen();
        }
    }
}
