package org.zhengtong.base.notice;

import java.time.Instant;

/** A checked address of somebody; a channel that is switched off keeps its address. */
public record Contact(Channel channel, String address, boolean enabled, Instant verifiedAt) {}
