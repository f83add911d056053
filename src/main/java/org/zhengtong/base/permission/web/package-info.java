@NullMarked
package org.zhengtong.base.permission.web;

import org.jspecify.annotations.NullMarked;
