package org.zhengtong.base.permission;

import java.time.Instant;
import org.zhengtong.base.identity.AccountId;

/** Somebody holds a role somewhere. */
public record Assignment(
        long id, AccountId account, RoleCode role, DataScope scope, String grantedBy, Instant grantedAt) {}
