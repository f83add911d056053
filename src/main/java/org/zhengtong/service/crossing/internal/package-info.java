@NullMarked
package org.zhengtong.service.crossing.internal;

import org.jspecify.annotations.NullMarked;
