package org.zhengtong.data.sharing.internal.door;

import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog.Gathered;
import org.zhengtong.base.audit.AuditSubject;
import org.zhengtong.data.registers.RecordAddresses;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.sharing.GrantedCalls.Call;
import org.zhengtong.data.sharing.GrantedReading.Use;

/** What the log says of a look: who, whose record, for what, under which grant. Keys stand there encrypted. */
@Component
class LookWords {

    static final String READ = "sharing.read";
    static final String CALL = "sharing.call";
    static final String DELIVER = "sharing.deliver";

    private final RecordAddresses addresses;

    LookWords(RecordAddresses addresses) {
        this.addresses = addresses;
    }

    Gathered record(Use use, Access access, RecordKey key) {
        var id = access.grant().register() + "/" + addresses.seal(key);
        return gathered(use, access, READ, new AuditSubject("record", id), -1);
    }

    Gathered search(Use use, Access access) {
        return gathered(use, access, "sharing.search", register(access), 0);
    }

    Gathered delivery(Use use, Access access, long records) {
        return gathered(use, access, DELIVER, register(access), records);
    }

    Gathered call(Call call, Access access) {
        var written = gathered(call.use(), access, CALL, new AuditSubject("service", call.service()), -1);
        return new Gathered(written.action().with(call.facts()), written.origin());
    }

    private static AuditSubject register(Access access) {
        return new AuditSubject("register", access.grant().register().value());
    }

    private static Gathered gathered(Use use, Access access, String event, AuditSubject subject, long records) {
        var detail = new TreeMap<String, String>();
        detail.put("department", use.department().value());
        detail.put("grant", access.grant().number().value());
        detail.put("way", use.way().name());
        if (records >= 0) {
            detail.put("records", String.valueOf(records));
        }
        return new Gathered(new AuditAction(use.reader(), event, subject, use.purpose(), detail), use.origin());
    }
}
