@NullMarked
package org.zhengtong.base.geo.internal;

import org.jspecify.annotations.NullMarked;
