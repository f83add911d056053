@NullMarked
package org.zhengtong.base.identity.internal;

import org.jspecify.annotations.NullMarked;
