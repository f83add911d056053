@NullMarked
package org.zhengtong.app.hall.web.tour;

import org.jspecify.annotations.NullMarked;
