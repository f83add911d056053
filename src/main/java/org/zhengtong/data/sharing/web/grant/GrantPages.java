package org.zhengtong.data.sharing.web.grant;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.Deliveries.Batch;
import org.zhengtong.data.sharing.Deliveries.Delivered;
import org.zhengtong.data.sharing.Deliveries.ReceivedRecord;
import org.zhengtong.data.sharing.Deliveries.Withheld;
import org.zhengtong.data.sharing.Grants.BoundSystem;
import org.zhengtong.data.sharing.Grants.Side;
import org.zhengtong.data.sharing.Grants.Stop;
import org.zhengtong.data.sharing.Grants.UseSum;

/** What the pages of grants show. */
public final class GrantPages {

    private GrantPages() {}

    /** A grant with names. */
    public record Line(DataGrant grant, String provider, String consumer, boolean expired) {

        /** How its state is drawn. */
        public String drawn() {
            return switch (grant.state()) {
                case ACTIVE -> expired ? "draft" : "done";
                case SUSPENDED -> "soon";
                case REVOKED -> "draft";
            };
        }

        public String stateKey() {
            return "sharing.standing."
                    + (expired && grant.state() == DataGrant.State.ACTIVE ? "EXPIRED" : grant.state());
        }
    }

    /** One screen of grants. */
    public record GrantsPage(
            Side side,
            List<Side> sides,
            String text,
            DataGrant.@Nullable State state,
            List<Line> lines,
            @Nullable String next,
            @Nullable String first,
            String export) {}

    /** What the user may do with a grant. */
    public record Rights(boolean give, boolean use, boolean ask) {}

    /** A corrected value: where the record is, and which item. */
    public record CorrectedLine(String item, String link, java.time.Instant at) {}

    /** One grant. */
    public record GrantPage(
            Line line,
            @Nullable RegisterDefinition register,
            String rowsSaid,
            @Nullable Stop stop,
            Rights rights,
            DayBars bars,
            List<CorrectedLine> corrected,
            List<Batch> files,
            List<Delivered> delivered,
            List<FieldFault> errors,
            String done) {

        public String address() {
            return "/staff/sharing/grants/" + line.grant().number();
        }

        public List<RegisterItem> items() {
            return register == null
                    ? List.of()
                    : register.items().values().stream()
                            .filter(item -> line.grant().terms().items().contains(item.name()))
                            .toList();
        }

        /** Whether it may be used today. */
        public boolean inForce() {
            return line.grant().state() == DataGrant.State.ACTIVE && !line.expired() && stop == null;
        }
    }

    /** Kill switches. */
    public record StopsPage(
            List<StopLine> registers,
            @Nullable Stop everything,
            boolean mayStopEverything,
            List<FieldFault> errors,
            String done) {}

    /** A register that the user may stop, or that is stopped. */
    public record StopLine(
            RegisterDefinition register,
            String holder,
            @Nullable Stop stop,
            boolean may) {}

    /** Systems that act for the user's department. */
    public record SystemsPage(List<SystemLine> systems, String typed, List<FieldFault> errors, String done) {}

    /** A system with its department's name. */
    public record SystemLine(BoundSystem system, String department) {}

    /** Use over days, by grant. */
    public record UsagePage(
            Side side,
            List<Side> sides,
            LocalDate from,
            LocalDate to,
            DayBars bars,
            List<UseLine> lines,
            String export) {

        public long calls() {
            return lines.stream().mapToLong(line -> line.sum().calls()).sum();
        }

        public long records() {
            return lines.stream().mapToLong(line -> line.sum().records()).sum();
        }
    }

    /** Use of one grant with names. */
    public record UseLine(UseSum sum, String provider, String consumer) {}

    /** Records from other nodes. */
    public record ReceivedPage(
            String grant,
            List<ReceivedRecord> records,
            @Nullable String next,
            @Nullable String first,
            List<Withheld> withheld) {}
}
