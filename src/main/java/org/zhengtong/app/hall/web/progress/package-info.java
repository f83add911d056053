@NullMarked
package org.zhengtong.app.hall.web.progress;

import org.jspecify.annotations.NullMarked;
