package org.zhengtong.base.identity.web;

/** What an account holds about its owner, numbers masked. */
public record AccountPage(
        String name, String kind, String number, String mobile, boolean passwordSet, boolean passwordChanged) {}
