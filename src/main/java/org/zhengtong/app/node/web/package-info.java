@NullMarked
package org.zhengtong.app.node.web;

import org.jspecify.annotations.NullMarked;
