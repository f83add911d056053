@NullMarked
package org.zhengtong.base.notice.internal;

import org.jspecify.annotations.NullMarked;
