@NullMarked
package org.zhengtong.base.inspection.web;

import org.jspecify.annotations.NullMarked;
