@NullMarked
package org.zhengtong.base.audit.web;

import org.jspecify.annotations.NullMarked;
