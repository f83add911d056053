/** Pages of services and calls. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.mediation.web;
