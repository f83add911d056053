package org.zhengtong.base.identity.web;

import java.time.Instant;

/** One place where an account is signed in; the key is a digest of the session's number, which is a secret. */
public record OwnSession(
        String key, String device, String address, Instant signedInAt, Instant lastUsedAt, boolean present) {}
