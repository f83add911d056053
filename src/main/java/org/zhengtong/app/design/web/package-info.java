@NullMarked
package org.zhengtong.app.design.web;

import org.jspecify.annotations.NullMarked;
