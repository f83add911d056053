package org.zhengtong.service.crossing.internal;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.service.casework.CaseCopies;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.crossing.CrossingSettings;
import tools.jackson.databind.json.JsonMapper;

/** A sub-hall's report to the main hall: where each of its cases stands, without anything personal. */
@Component
class Reports {

    static final String KIND = "case.report";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration VALIDITY = Duration.ofDays(366);

    private final CrossingSettings settings;
    private final CaseCopies cases;
    private final Dispatch dispatch;
    private final Nodes nodes;

    Reports(CrossingSettings settings, CaseCopies cases, Dispatch dispatch, Nodes nodes) {
        this.settings = settings;
        this.cases = cases;
        this.dispatch = dispatch;
        this.nodes = nodes;
    }

    boolean wanted() {
        return settings.mainHall() != null && !settings.mainHall().isBlank();
    }

    /** Reports the case as it stands; a main hall that is not known yet hears of it when it moves again. */
    void send(CaseNumber number, Instant at) {
        var hall = settings.mainHall();
        if (hall == null || hall.isBlank()) {
            return;
        }
        var receiver = new NodeCode(hall);
        if (nodes.trusted(receiver).filter(node -> node.takes(KIND)).isEmpty()) {
            return;
        }
        var report = ReportedCase.of(number, at, cases.copy(number));
        dispatch.send(EnvelopeRequest.of(KIND, receiver, new ByteArrayInputStream(JSON.writeValueAsBytes(report)))
                .through("case.report")
                .purposed(number.value())
                .until(at.plus(VALIDITY)));
    }
}
