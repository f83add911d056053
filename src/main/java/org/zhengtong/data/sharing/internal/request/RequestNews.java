package org.zhengtong.data.sharing.internal.request;

import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.SharingRequest;

/** Tells the other side of a request what happened. */
@Component
class RequestNews {

    private static final int MOST_TOLD = 20;

    private final Notices notices;
    private final AccessReasons access;

    RequestNews(Notices notices, AccessReasons access) {
        this.notices = notices;
        this.access = access;
    }

    /** To whoever answers for the provider. */
    void toProvider(String template, SharingRequest request) {
        tell(template, request, Requests.ANSWER_REQUEST, request.provider());
    }

    /** To whoever decides between the two. */
    void toSuperior(String template, SharingRequest request) {
        tell(template, request, Requests.DECIDE_DISPUTE, request.provider());
    }

    private void tell(String template, SharingRequest request, String permission, DepartmentId department) {
        var told = access.holders(permission).stream()
                .filter(held -> held.scope().covers(department))
                .map(held -> held.account())
                .collect(Collectors.toSet());
        told.stream()
                .limit(MOST_TOLD)
                .forEach(account -> notices.send(notice(Notice.to(account, template, arguments(request)), request)));
    }

    /** To whoever wrote it. */
    void toAuthor(String template, SharingRequest request) {
        notices.send(notice(Notice.to(request.author().account(), template, arguments(request)), request));
    }

    private static Object[] arguments(SharingRequest request) {
        var clock = request.clock();
        return new Object[] {
            request.resourceName(), request.number(), clock == null ? "" : Objects.toString(clock.dueOn())
        };
    }

    private static Notice notice(Notice notice, SharingRequest request) {
        return notice.linking("/staff/sharing/requests/" + request.id())
                .once(notice.template() + " " + request.id() + " " + request.revision());
    }
}
