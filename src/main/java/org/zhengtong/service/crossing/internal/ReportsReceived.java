package org.zhengtong.service.crossing.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.service.casework.CaseNumber;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** At the main hall: where the cases of sub-halls stand. */
@Component
class ReportsReceived implements EnvelopeReceiver {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReportStore store;

    ReportsReceived(ReportStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return Reports.KIND;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        ReportedCase report;
        try {
            report = JSON.readValue(envelope.bytes(), ReportedCase.class);
        } catch (JacksonException unreadable) {
            return ReceiptNote.refused("crossing.refused.UNREADABLE", envelope.purpose());
        }
        if (report == null || CaseNumber.parse(report.number()).isEmpty()) {
            return ReceiptNote.refused("crossing.refused.UNREADABLE", envelope.purpose());
        }
        return store.keep(report, envelope.sender().value())
                ? ReceiptNote.applied("crossing.reported", report.number())
                : ReceiptNote.refused("crossing.refused.NUMBER_USED", report.number());
    }
}
