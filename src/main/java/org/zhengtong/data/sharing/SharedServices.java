package org.zhengtong.data.sharing;

import java.util.Optional;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.catalog.ResourceCode;

/** Services that can be asked for: the room that passes calls on declares a bean of this. */
public interface SharedServices {

    /** The service that stands behind a resource of the catalog now. */
    Optional<SharedService> behind(ResourceCode resource);

    /** A service with the department that answers for it. */
    record SharedService(String code, String name, DepartmentId holder) {}
}
