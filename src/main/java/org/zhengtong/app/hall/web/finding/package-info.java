/** Finding out: home page, search, departments, places, and the guide of an item. */
@NullMarked
package org.zhengtong.app.hall.web.finding;

import org.jspecify.annotations.NullMarked;
