@NullMarked
package org.zhengtong.base.files.web;

import org.jspecify.annotations.NullMarked;
