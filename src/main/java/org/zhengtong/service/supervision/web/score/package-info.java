@NullMarked
package org.zhengtong.service.supervision.web.score;

import org.jspecify.annotations.NullMarked;
