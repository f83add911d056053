/** What a draft holds: facts as typed, materials, the form and the tree of steps. */
@NamedInterface("content")
@NullMarked
package org.zhengtong.app.design.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
