@NullMarked
package org.zhengtong.base.trust.internal;

import org.jspecify.annotations.NullMarked;
