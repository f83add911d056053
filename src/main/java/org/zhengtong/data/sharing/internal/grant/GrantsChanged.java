package org.zhengtong.data.sharing.internal.grant;

/** A grant came, rests, goes on or ended, or a kill switch was thrown or undone. */
public record GrantsChanged() {}
