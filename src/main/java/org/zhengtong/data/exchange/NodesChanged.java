package org.zhengtong.data.exchange;

/** A node was accepted, renewed or revoked here; others may want to know through the trust list. */
public record NodesChanged(NodeCode code) {}
