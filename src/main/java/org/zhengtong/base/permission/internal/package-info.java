@NullMarked
package org.zhengtong.base.permission.internal;

import org.jspecify.annotations.NullMarked;
