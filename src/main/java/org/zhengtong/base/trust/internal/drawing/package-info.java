@NullMarked
package org.zhengtong.base.trust.internal.drawing;

import org.jspecify.annotations.NullMarked;
