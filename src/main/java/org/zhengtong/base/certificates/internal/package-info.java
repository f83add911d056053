@NullMarked
package org.zhengtong.base.certificates.internal;

import org.jspecify.annotations.NullMarked;
