package org.zhengtong.base.notice.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Contact;
import org.zhengtong.base.notice.Contacts;
import org.zhengtong.base.notice.QuietTime;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;

/** My reminders: one line for each channel, then what holds for all. */
public record RemindersPage(
        List<Line> lines,
        Contacts.Preference preference,
        QuietTime usualQuiet,
        List<Colleague> colleagues,
        Map<String, Fault> faults,
        String doneKey) {

    /**
     * One channel.
     *
     * @param asked address that waits for its code
     * @param typed what was typed and refused
     */
    public record Line(
            Channel channel,
            boolean open,
            @Nullable Contact contact,
            @Nullable String asked,
            String typed) {}

    /** Somebody who can be chosen as deputy. */
    public record Colleague(AccountId account, String name) {}

    /** What is wrong with a field. */
    public record Fault(String key, int left) {}

    /** What the fields of one's own hours show. */
    public QuietTime quiet() {
        var own = preference.quiet();
        return own == null ? usualQuiet : own;
    }

    /** The faults beside their fields. */
    public List<FieldFault> errors(Shell shell) {
        return faults.entrySet().stream()
                .map(fault -> new FieldFault(
                        fault.getKey(),
                        shell.say(fault.getValue().key(), fault.getValue().left())))
                .toList();
    }
}
