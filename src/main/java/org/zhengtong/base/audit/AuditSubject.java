package org.zhengtong.base.audit;

/** What an action was done to: a type such as {@code case} or {@code license}, and its identifier. */
public record AuditSubject(String type, String id) {}
