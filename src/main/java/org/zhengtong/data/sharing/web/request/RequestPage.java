package org.zhengtong.data.sharing.web.request;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.sharing.Requests.Event;
import org.zhengtong.data.sharing.Requests.Rights;
import org.zhengtong.data.sharing.SharingRequest;

/** One request with its history and what may be done. */
public record RequestPage(
        RequestsPage.Line line,
        String rowsSaid,
        List<RegisterItem> items,
        List<Event> events,
        Rights rights,
        boolean granted,
        List<FieldFault> errors,
        RequestPage.Typed typed,
        String done) {

    /** What was typed and could not be taken. */
    public record Typed(String reason, String extension, String dispute) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    public SharingRequest request() {
        return line.request();
    }

    public String address() {
        return "/staff/sharing/requests/" + request().id();
    }

    public boolean faulty(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }
}
