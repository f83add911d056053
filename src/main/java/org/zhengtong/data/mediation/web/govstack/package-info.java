/** The GovStack interfaces. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.mediation.web.govstack;
