@NullMarked
package org.zhengtong.base.pack.internal;

import org.jspecify.annotations.NullMarked;
