@NullMarked
package org.zhengtong.base.establishment.internal;

import org.jspecify.annotations.NullMarked;
