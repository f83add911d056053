package org.zhengtong.service.supervision.web;

import java.util.List;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.Cards;

/** Cards and the filter that chose them. */
public record CardsPage(Cards.Filter filter, List<CardView> cards) {

    /** How the state is drawn. */
    public static String drawn(CardState state) {
        return switch (state) {
            case ISSUED, UPHELD -> "overdue";
            case APPEALED -> "supplement";
            case WITHDRAWN -> "done";
            case REPLACED -> "draft";
        };
    }
}
