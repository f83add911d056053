@NullMarked
package org.zhengtong.base.ui.web;

import org.jspecify.annotations.NullMarked;
