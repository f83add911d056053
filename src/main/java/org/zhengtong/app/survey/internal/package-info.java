@org.jspecify.annotations.NullMarked
package org.zhengtong.app.survey.internal;
