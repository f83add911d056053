package org.zhengtong.app.hall.web.filing;

import java.util.List;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.items.ServiceItem;

/** An item, and the applications for it that the user has begun. */
public record StartPage(ServiceItem item, List<Draft> begun, boolean staff) {}
