package org.zhengtong.base.permission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** Somebody was granted a role somewhere, perhaps for a time. */
public record Assignment(
        long id,
        AccountId account,
        RoleCode role,
        DataScope scope,
        String grantedBy,
        Instant grantedAt,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {}
