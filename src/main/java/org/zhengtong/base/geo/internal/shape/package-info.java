@NullMarked
package org.zhengtong.base.geo.internal.shape;

import org.jspecify.annotations.NullMarked;
