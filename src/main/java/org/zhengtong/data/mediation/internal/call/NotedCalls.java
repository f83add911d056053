package org.zhengtong.data.mediation.internal.call;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.data.mediation.Calls;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services;

@Service
class NotedCalls implements Calls {

    private final CallSearch search;
    private final CallBook book;
    private final Permissions permissions;
    private final Clock clock;

    NotedCalls(CallSearch search, CallBook book, Permissions permissions, Clock clock) {
        this.search = search;
        this.book = book;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page search(Query query, CurrentUser by) {
        permissions.require(by, Services.VIEW_SERVICE);
        book.settle();
        var scope = permissions.scopeOf(by, Services.VIEW_SERVICE);
        var more = new Query(
                query.side(),
                query.text(),
                query.failedOnly(),
                query.from(),
                query.to(),
                query.after(),
                query.most() + 1);
        var found = search.page(more, place(query.after()), scope, clock.getZone());
        var shown = found.subList(0, Math.min(query.most(), found.size()));
        return new Page(shown, found.size() > query.most() ? written(shown.getLast()) : null);
    }

    private static String written(Called last) {
        return last.at() + "~" + last.id();
    }

    private static CallSearch.@Nullable Place place(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var parts = text.split("~", 2);
            return parts.length == 2 ? new CallSearch.Place(Instant.parse(parts[0]), UUID.fromString(parts[1])) : null;
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return null;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Day> days(ServiceCode service, LocalDate from, LocalDate to) {
        book.settle();
        return search.days(service, from, to, clock.getZone());
    }
}
