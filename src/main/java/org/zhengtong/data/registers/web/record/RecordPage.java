package org.zhengtong.data.registers.web.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Words;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.registers.Corrections.CorrectionRequest;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterReading.RecordVersion;
import org.zhengtong.data.registers.RegisterRecord;

/**
 * One record: its items with their sources, its versions, doubts that wait.
 *
 * @param record the present one, or the one of the chosen moment; null when there was none then
 * @param compared an earlier version to be shown beside it
 */
public record RecordPage(
        RegisterDefinition register,
        String link,
        @Nullable RegisterRecord record,
        Map<ItemName, String> sources,
        List<RecordVersion> versions,
        List<CorrectionRequest> doubts,
        RecordPage.Asked asked,
        @Nullable RegisterRecord compared,
        RecordPage.Rights rights,
        RecordPage.Flag flag) {

    /** What the page was asked to show. */
    public record Asked(
            boolean clear,
            @Nullable LocalDate validOn,
            @Nullable LocalDate knownOn,
            String done) {
        public boolean past() {
            return validOn != null || knownOn != null;
        }

        public String validText() {
            return validOn == null ? "" : validOn.toString();
        }

        public String knownText() {
            return knownOn == null ? "" : knownOn.toString();
        }
    }

    /** What the user may do. */
    public record Rights(boolean edit, boolean unmask, boolean history) {}

    /** A doubt that was typed and could not be taken yet. */
    public record Flag(String item, String claimed, String reason, List<String> faults) {
        public static final Flag NONE = new Flag("", "", "", List.of());
    }

    public List<FieldFault> errors(Shell shell) {
        return flag.faults().stream()
                .map(field -> new FieldFault(field, shell.say("registers.flag." + field + ".missing")))
                .toList();
    }

    public List<Words> groups() {
        return given().stream().map(RegisterItem::group).distinct().toList();
    }

    public List<RegisterItem> of(Words group) {
        return given().stream().filter(item -> item.group().equals(group)).toList();
    }

    private List<RegisterItem> given() {
        return register.items().values().stream()
                .filter(item -> sources.containsKey(item.name()))
                .toList();
    }

    public List<RegisterItem> items() {
        return given();
    }

    public boolean masked(RegisterItem item) {
        return !asked.clear() && item.masking() != null;
    }

    /** Whether this item differs from the version it is compared with. */
    public boolean differs(RegisterItem item) {
        return compared != null && record != null && !record.text(item.name()).equals(compared.text(item.name()));
    }

    public String address() {
        return "/staff/registers/" + register.code() + "/records/" + link;
    }

    public @Nullable String doneKey() {
        return asked.done().isEmpty() ? null : "registers.done." + asked.done();
    }
}
