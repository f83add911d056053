@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing;
