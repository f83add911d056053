/** Whose answers may be a few seconds old. */
@NullMarked
package org.zhengtong.base.database.web;

import org.jspecify.annotations.NullMarked;
