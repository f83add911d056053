/** The door for systems and for other nodes. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.mediation.web.api;
