package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Gateways.Fact;
import tools.jackson.databind.json.JsonMapper;

/** Calls people up through a gateway that reads the text to them. */
@Component
class VoiceCalls implements Outlet {

    private final HttpGateway gateway;

    VoiceCalls(GatewaySettings settings, JsonMapper json, Clock clock) {
        this.gateway = new HttpGateway("zhengtong.notice.voice", settings.voice(), json, clock);
    }

    @Override
    public Channel channel() {
        return Channel.VOICE;
    }

    @Override
    public boolean configured() {
        return gateway.configured();
    }

    @Override
    public List<Fact> facts() {
        return gateway.facts();
    }

    @Override
    public Answer hand(Letter letter) {
        return gateway.hand(letter);
    }
}
