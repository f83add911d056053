package org.zhengtong.data.sharing.internal.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.schema.Field;
import org.zhengtong.data.registers.RecordAddresses;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.RecordLooks;

/** Looks at a person's records in the registers whose key is the citizen number, read from the log. */
@Service
class LoggedLooks implements RecordLooks {

    private static final List<String> LOOKS = List.of("sharing.read", "registers.look", "registers.look_in_clear");

    private final AuditProofs log;
    private final Registers registers;
    private final RecordAddresses addresses;
    private final BulkReceivers bulk;

    LoggedLooks(AuditProofs log, Registers registers, RecordAddresses addresses, BulkReceivers bulk) {
        this.log = log;
        this.registers = registers;
        this.addresses = addresses;
        this.bulk = bulk;
    }

    @Override
    public List<AuditEntry> at(CitizenNumber person, @Nullable EntryId before, int most) {
        var key = new RecordKey(person.value());
        var ofPeople =
                registers.list().stream().filter(LoggedLooks::keyedByPerson).toList();
        var subjects = ofPeople.stream()
                .map(register -> register.code() + "/" + addresses.seal(key))
                .toList();
        var found = new ArrayList<AuditEntry>();
        LOOKS.forEach(event -> found.addAll(log.entriesAbout("record", subjects, event, before, most)));
        ofPeople.forEach(register -> found.addAll(inBulk(register, key, before, most)));
        return found.stream()
                .sorted(Comparator.comparing(AuditEntry::id).reversed())
                .limit(most)
                .toList();
    }

    private static boolean keyedByPerson(RegisterDefinition register) {
        return register.keyItem().rules().format() == Field.Format.CITIZEN_NUMBER;
    }

    /** What was given in bulk under grants whose rows the person's record belongs to. */
    private List<AuditEntry> inBulk(RegisterDefinition register, RecordKey key, @Nullable EntryId before, int most) {
        var deliveries =
                log.entriesAbout("register", List.of(register.code().value()), "sharing.deliver", before, most);
        if (deliveries.isEmpty()) {
            return List.of();
        }
        var grants = bulk.of(register.code(), key).stream()
                .map(number -> number.value())
                .collect(java.util.stream.Collectors.toSet());
        return deliveries.stream()
                .filter(entry ->
                        !entry.action().detail().getOrDefault("records", "0").equals("0"))
                .filter(entry -> grants.contains(entry.action().detail().get("grant")))
                .toList();
    }
}
