@NullMarked
package org.zhengtong.base.notice.web;

import org.jspecify.annotations.NullMarked;
