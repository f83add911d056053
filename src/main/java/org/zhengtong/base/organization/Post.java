package org.zhengtong.base.organization;

/** A post (岗位) in a department; who holds it may change. */
public record Post(PostId id, String name) {}
