package org.zhengtong.base.trust;

import org.jspecify.annotations.Nullable;

/**
 * What to seal with.
 *
 * @param department full name as it stands around the seal's ring
 * @param creditCode unified social credit code of the department; names the seal's certificate
 * @param purpose special-purpose line at the foot of the seal (such as 行政许可专用章), or none
 * @param reason why it is sealed, written into the signature
 * @param place where the seal's centre goes
 */
public record SealRequest(
        String department, String creditCode, @Nullable String purpose, String reason, SealPlace place) {}
