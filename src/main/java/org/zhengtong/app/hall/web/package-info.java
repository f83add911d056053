@NullMarked
package org.zhengtong.app.hall.web;

import org.jspecify.annotations.NullMarked;
