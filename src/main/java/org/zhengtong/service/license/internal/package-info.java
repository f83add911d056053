@NullMarked
package org.zhengtong.service.license.internal;

import org.jspecify.annotations.NullMarked;
