package org.zhengtong.base.identity.web;

import java.util.List;

/** One's own sessions. */
public record SessionsPage(List<OwnSession> sessions, boolean ended) {}
