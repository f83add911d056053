package org.zhengtong.base.identity.web.provider;

/** The way back to the system that asked to sign in. */
public record OnwardPage(String next) {}
