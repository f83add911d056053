/** The work and the SQL of the case engine. */
@NullMarked
package org.zhengtong.service.casework.internal;

import org.jspecify.annotations.NullMarked;
