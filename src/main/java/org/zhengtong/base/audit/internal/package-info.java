@NullMarked
package org.zhengtong.base.audit.internal;

import org.jspecify.annotations.NullMarked;
