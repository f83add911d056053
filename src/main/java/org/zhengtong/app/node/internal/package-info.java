@NullMarked
package org.zhengtong.app.node.internal;

import org.jspecify.annotations.NullMarked;
