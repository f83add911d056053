package org.zhengtong.app.hall.web.progress;

import java.util.List;
import org.zhengtong.app.hall.internal.DataLooks;
import org.zhengtong.service.casework.CaseFile;

/** Who opened the application, the latest first. */
public record ReadersPage(CaseFile file, List<DataLooks.Look> looks) {}
