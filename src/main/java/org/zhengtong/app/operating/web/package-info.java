@NullMarked
package org.zhengtong.app.operating.web;

import org.jspecify.annotations.NullMarked;
