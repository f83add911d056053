package org.zhengtong.base.notice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Gateways;

/** The ways out; {@code refused} is the channel whose test could not begin, {@code typed} what was typed there. */
public record GatewaysPage(
        List<Gateways.Gateway> gateways, @Nullable Channel refused, String faultKey, String typed) {}
