/** Tests of the hall through real HTTP. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.app.hall;
