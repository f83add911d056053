package org.zhengtong.data.registers.web.loading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.WorkStatus;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterLoading.SetAsideRow;

/** What the pages around loading show. */
public final class LoadPages {

    private LoadPages() {}

    /** Loads of a register, and the form for the next one. */
    public record LoadsPage(
            RegisterDefinition register,
            List<LoadReport> loads,
            @Nullable String next,
            boolean makesPeople,
            List<FieldFault> errors) {}

    /**
     * Which column is which item, with the first rows.
     *
     * @param items those this user's department answers for
     */
    public record MappingPage(
            RegisterDefinition register,
            String file,
            String name,
            List<RegisterItem> items,
            List<String> columns,
            Map<String, String> chosen,
            List<List<String>> preview,
            String validFrom,
            List<FieldFault> errors) {

        public boolean isChosen(RegisterItem item, String column) {
            return column.equals(chosen.get(item.name().value()));
        }
    }

    /** A load while it runs. */
    public record WorkPage(
            RegisterDefinition register,
            WorkStatus work,
            @Nullable LoadReport report) {}

    /** What came of a load. */
    public record ReportPage(
            RegisterDefinition register,
            LoadReport report,
            boolean signed,
            List<SetAsideRow> rows,
            @Nullable String next) {

        public String title(SetAsideRow row) {
            return String.valueOf(row.row());
        }
    }
}
