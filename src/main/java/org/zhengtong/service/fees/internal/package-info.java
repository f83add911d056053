@NullMarked
package org.zhengtong.service.fees.internal;

import org.jspecify.annotations.NullMarked;
