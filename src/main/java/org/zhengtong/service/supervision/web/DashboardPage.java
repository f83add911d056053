package org.zhengtong.service.supervision.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.jobs.RecurringStatus;

/** Everything on the dashboard. */
public record DashboardPage(
        Period period,
        DivisionCode within,
        String name,
        List<Area> areas,
        @Nullable DivisionCode above,
        Tally tally,
        RegionTable regions,
        MapDrawing map,
        TrendDrawing trend,
        DepartmentBars departments,
        List<CardView> cards,
        RecurringStatus.@Nullable LastRun lastRun,
        @Nullable String judged) {

    /** A division to look at. */
    public record Area(DivisionCode code, String name) {}

    /** The six figures. */
    public record Tally(long filed, long decided, long open, long dueSoon, long overdue, long yellow, long red) {}

    /** Query part of a link that keeps what is looked at. */
    public String query() {
        return "period=" + period.value() + "&within=" + within.value();
    }

    /** Columns of cards: the left one gets one more. */
    public List<List<CardView>> cardColumns() {
        var half = (cards.size() + 1) / 2;
        return cards.isEmpty() ? List.of() : List.of(cards.subList(0, half), cards.subList(half, cards.size()));
    }
}
