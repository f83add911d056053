package org.zhengtong.data.exchange;

/**
 * How this node presents itself to others.
 *
 * @param code its code, not to be changed once others know it
 * @param name as administrators elsewhere read it
 * @param address where others post to; empty when they cannot
 */
public record OwnNode(NodeCode code, String name, NodeLevel level, NetworkZone zone, String address) {}
