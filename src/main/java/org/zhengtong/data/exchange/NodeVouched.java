package org.zhengtong.data.exchange;

/** A node that a trusted neighbour vouches for is known here now, or came with other papers. */
public record NodeVouched(NodeCode code, NodeCode via) {}
