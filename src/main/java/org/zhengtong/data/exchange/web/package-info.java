/** Pages of the room, and the address other nodes talk to. */
@NullMarked
package org.zhengtong.data.exchange.web;

import org.jspecify.annotations.NullMarked;
