package org.zhengtong.base.identity;

/** A connected system was shut out, let in again, or got a new secret; told within the transaction of the change. */
public record ConnectedSystemChanged(String clientId) {}
