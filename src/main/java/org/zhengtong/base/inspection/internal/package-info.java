@NullMarked
package org.zhengtong.base.inspection.internal;

import org.jspecify.annotations.NullMarked;
