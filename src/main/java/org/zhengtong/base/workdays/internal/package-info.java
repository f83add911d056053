@NullMarked
package org.zhengtong.base.workdays.internal;

import org.jspecify.annotations.NullMarked;
