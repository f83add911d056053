/** The forms of GB/T 33190 (containers and their lists of signatures) and GB/T 38540 (electronic seals), without any key. */
@NullMarked
package org.zhengtong.base.trust.internal.ofd;

import org.jspecify.annotations.NullMarked;
