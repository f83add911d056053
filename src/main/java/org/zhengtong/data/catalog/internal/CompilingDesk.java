package org.zhengtong.data.catalog.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogDraft.Filing;
import org.zhengtong.data.catalog.CatalogDraft.Purpose;
import org.zhengtong.data.catalog.LifeCycleOutcome;
import org.zhengtong.data.catalog.Provider;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.RuleFinding;

/** The department's side: begin, check, hand in. */
@Component
class CompilingDesk {
    private final DraftStore drafts;
    private final ResourceStore resources;
    private final Rules rules;
    private final Departments departments;
    private final WorkingCalendar calendar;
    private final Acts acts;
    private final CatalogNews news;

    CompilingDesk(
            DraftStore drafts,
            ResourceStore resources,
            Rules rules,
            Departments departments,
            WorkingCalendar calendar,
            Acts acts,
            CatalogNews news) {
        this.drafts = drafts;
        this.resources = resources;
        this.rules = rules;
        this.departments = departments;
        this.calendar = calendar;
        this.acts = acts;
        this.news = news;
    }

    CatalogDraft begin(DepartmentId id, CurrentUser by) {
        var department = departments.require(id);
        var provider =
                new Provider(id, department.name(), department.creditCode().value());
        var sheet = ResourceMetadata.blank(provider, department.division().value());
        var draft = drafts.add(new DraftStore.NewDraft(null, id, Purpose.PUBLICATION, 0, sheet, ""), by, acts.now());
        acts.record("catalog.compile", String.valueOf(draft), by);
        return drafts.find(draft).orElseThrow();
    }

    CatalogDraft beginChange(Resource resource, CurrentUser by) {
        var draft = drafts.add(pending(resource, Purpose.PUBLICATION, "", by), by, acts.now());
        acts.note("catalog.change", resource.code(), resource.version(), "", by);
        return drafts.find(draft).orElseThrow();
    }

    /** Entries of providers that are no department here are kept by who changes them. */
    private static DraftStore.NewDraft pending(Resource resource, Purpose purpose, String reason, CurrentUser by) {
        var department = resource.metadata().provider().department();
        var keeper = department == null ? by.department() : department;
        if (keeper == null) {
            throw new IllegalStateException("Nobody keeps " + resource.code());
        }
        return new DraftStore.NewDraft(
                resource.code(), keeper, purpose, resource.version(), resource.metadata(), reason);
    }

    /** Rules that stand against handing the draft in; its name is held until the transaction ends. */
    List<RuleFinding> blocking(CatalogDraft draft) {
        var sheet = draft.metadata();
        rules.holdName(sheet);
        return rules.check(draft.id(), sheet).stream()
                .filter(RuleFinding::blocking)
                .toList();
    }

    LifeCycleOutcome file(CatalogDraft draft, CurrentUser by) {
        return file(draft, code(draft), by);
    }

    private ResourceCode code(CatalogDraft draft) {
        var code = draft.code();
        var wanted = draft.metadata().classCode();
        return code != null && (draft.baseVersion() > 0 || code.classCode().equals(wanted))
                ? code
                : ResourceCode.of(wanted, resources.nextSerial(wanted));
    }

    private LifeCycleOutcome file(CatalogDraft draft, ResourceCode code, CurrentUser by) {
        var limit = rules.reviewLimit(draft.department().division());
        var due = calendar.due(acts.today(), TimeLimit.workingDays(limit)).requireDueOn();
        drafts.markFiled(draft.id(), code, new Filing(by.id(), by.name(), acts.now(), due));
        acts.note(
                draft.purpose() == Purpose.RETIREMENT ? "catalog.file_retirement" : "catalog.file",
                code,
                draft.baseVersion(),
                draft.reason(),
                by);
        news.filed(draft, due.toString());
        return new LifeCycleOutcome.Filed(code, due);
    }

    LifeCycleOutcome fileRetirement(Resource resource, String reason, CurrentUser by) {
        var id = drafts.add(pending(resource, Purpose.RETIREMENT, reason, by), by, acts.now());
        return file(drafts.find(id).orElseThrow(), resource.code(), by);
    }
}
