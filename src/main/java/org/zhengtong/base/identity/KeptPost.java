package org.zhengtong.base.identity;

import java.time.Instant;

/** A form that was kept, with the secret that found it. */
public record KeptPost(String secret, PendingPost post, Instant keptAt) {}
