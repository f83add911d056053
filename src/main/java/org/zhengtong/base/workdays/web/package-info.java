@NullMarked
package org.zhengtong.base.workdays.web;

import org.jspecify.annotations.NullMarked;
