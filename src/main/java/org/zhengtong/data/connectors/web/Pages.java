package org.zhengtong.data.connectors.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.WorkStatus;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.Mapping;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceKind;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterLoading.ChunkLine;
import org.zhengtong.data.registers.RegisterLoading.RowFault;

/** What the pages of the room show. */
public final class Pages {

    private Pages() {}

    /** All sources one may see. */
    public record ListPage(List<SourceLine> sources, FlowPicture picture, boolean edits) {

        public long count(Run.State... states) {
            var wanted = Set.of(states);
            return sources.stream()
                    .flatMap(line -> line.contracts().stream())
                    .filter(line ->
                            line.last() != null && wanted.contains(line.last().state()))
                    .count();
        }

        public long contracts() {
            return sources.stream().mapToLong(line -> line.contracts().size()).sum();
        }

        public long rows() {
            return sources.stream()
                    .flatMap(line -> line.contracts().stream())
                    .mapToLong(ContractLine::rows)
                    .sum();
        }
    }

    /** A source with what goes out of it. */
    public record SourceLine(Source source, String department, List<ContractLine> contracts) {}

    /**
     * A contract in a list.
     *
     * @param rows that came within the last days
     */
    public record ContractLine(
            Contract contract, String register, @Nullable Run last, long rows) {}

    /** One source. */
    public record SourcePage(
            Source source, String department, List<ContractLine> contracts, boolean edits, String done, String key) {}

    /** A source while it is typed; id 0 for a new one. */
    public record SourceFormPage(
            long id, SourceKind kind, Map<String, String> typed, boolean secretKept, List<FieldFault> faults) {
        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /** A contract while it is typed; id 0 for a new one. */
    public record ContractFormPage(
            long id,
            Source source,
            List<RegisterDefinition> registers,
            Map<String, String> typed,
            List<FieldFault> faults) {
        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        public List<String> rhythms() {
            return ContractForm.RHYTHMS;
        }
    }

    /** One contract with its runs. */
    public record ContractPage(
            Source source,
            Contract contract,
            RegisterDefinition register,
            @Nullable Mapping mapping,
            List<Run> runs,
            RunChart chart,
            @Nullable String next,
            boolean edits,
            String done) {

        /** Whether somebody can go on with the last run. */
        public boolean waits() {
            return !runs.isEmpty() && runs.getFirst().state().canGoOn();
        }
    }

    /**
     * The designer of a mapping.
     *
     * @param trouble why the source cannot be read; null when it can
     */
    public record MappingPage(
            Source source,
            Contract contract,
            RegisterDefinition register,
            List<RegisterItem> items,
            List<SourceColumn> columns,
            Map<String, Mapping.Rule> rules,
            List<Mapping> versions,
            List<PreviewRow> preview,
            org.zhengtong.base.jobs.@Nullable JobNote trouble,
            List<FieldFault> faults,
            boolean tried) {

        public Mapping.@Nullable Rule rule(RegisterItem item) {
            return rules.get(item.name().value());
        }

        /** Items that have a rule, in the order of the preview's values. */
        public List<RegisterItem> mapped() {
            return items.stream().filter(item -> rule(item) != null).toList();
        }

        public Mapping.Way[] ways() {
            return Mapping.Way.values();
        }

        public long bad() {
            return preview.stream().filter(row -> !row.faults().isEmpty()).count();
        }
    }

    /** A row of the source as it would be in the register, and what would be wrong with it. */
    public record PreviewRow(long number, List<String> values, Map<String, RowFault> faults) {}

    /** One run. */
    public record RunPage(
            Source source,
            Contract contract,
            RegisterDefinition register,
            Run run,
            @Nullable WorkStatus work,
            @Nullable LoadReport load,
            List<ChunkLine> chunks,
            List<Run> agains,
            boolean edits) {

        public boolean working() {
            return work != null && !work.state().ended();
        }
    }

    /** How a state is drawn. */
    public static String drawn(Run.State state) {
        return switch (state) {
            case WAITING -> "draft";
            case RUNNING -> "doing";
            case INTERRUPTED -> "soon";
            case PAUSED -> "supplement";
            case DONE -> "done";
            case STOPPED -> "draft";
            case FAILED -> "overdue";
        };
    }
}
