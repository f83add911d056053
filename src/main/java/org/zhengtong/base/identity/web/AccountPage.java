package org.zhengtong.base.identity.web;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.RealName;

/**
 * What an account holds about its owner, numbers masked.
 *
 * @param askable whether a source can be asked to confirm name and number
 * @param asked what the source said just now, or null
 */
public record AccountPage(
        String name,
        String kind,
        String number,
        String mobile,
        boolean passwordSet,
        boolean passwordChanged,
        @Nullable RealName realName,
        boolean askable,
        @Nullable String asked) {}
