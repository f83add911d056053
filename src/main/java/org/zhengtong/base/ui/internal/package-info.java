@NullMarked
package org.zhengtong.base.ui.internal;

import org.jspecify.annotations.NullMarked;
