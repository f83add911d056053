package org.zhengtong.data.catalog;

import java.util.List;
import org.zhengtong.base.identity.CurrentUser;

/** Services by which a resource is called: the room that mediates calls declares a bean of this. */
public interface ResourceServices {

    /** Those this user may look at. */
    List<Named> of(Resource resource, CurrentUser user);

    /** A service by its name and its page. */
    record Named(String name, String href) {}
}
