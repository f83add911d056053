@NullMarked
package org.zhengtong.app.window.web;

import org.jspecify.annotations.NullMarked;
