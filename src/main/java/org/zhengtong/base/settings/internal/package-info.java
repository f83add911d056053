@NullMarked
package org.zhengtong.base.settings.internal;

import org.jspecify.annotations.NullMarked;
