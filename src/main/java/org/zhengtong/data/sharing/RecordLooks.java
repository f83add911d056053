package org.zhengtong.data.sharing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.codes.CitizenNumber;

/** Who looked at a person's records in any register, why, and under which grant (个人信息保护法 第四十四条: the right to know). */
public interface RecordLooks {

    /** Looks by staff of the sources and by grant, and what was given in bulk with the person's record in it; newest first. */
    List<AuditEntry> at(CitizenNumber person, @Nullable EntryId before, int most);
}
