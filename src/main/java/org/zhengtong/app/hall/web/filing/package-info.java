@NullMarked
package org.zhengtong.app.hall.web.filing;

import org.jspecify.annotations.NullMarked;
