@NullMarked
package org.zhengtong.base.files.internal;

import org.jspecify.annotations.NullMarked;
