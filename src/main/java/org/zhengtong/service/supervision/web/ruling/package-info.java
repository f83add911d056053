@NullMarked
package org.zhengtong.service.supervision.web.ruling;

import org.jspecify.annotations.NullMarked;
