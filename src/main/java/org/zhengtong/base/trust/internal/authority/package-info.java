/** The node's keys and certificates, and what it signs itself: where they lie, how certificates are made, time stamps. */
@NullMarked
package org.zhengtong.base.trust.internal.authority;

import org.jspecify.annotations.NullMarked;
