package org.zhengtong.data.catalog.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.internal.check.CheckGround;
import org.zhengtong.data.catalog.internal.check.Lists;
import org.zhengtong.data.catalog.internal.check.MetadataCheck;
import org.zhengtong.data.catalog.internal.check.NameKey;
import org.zhengtong.data.catalog.internal.check.Neighbours;

/** The rules with the lists, departments and neighbours of this moment. */
@Component
class Rules {
    private final StoredLists lists;
    private final DuplicateStore duplicates;
    private final DraftStore drafts;
    private final Departments departments;

    Rules(StoredLists lists, DuplicateStore duplicates, DraftStore drafts, Departments departments) {
        this.lists = lists;
        this.duplicates = duplicates;
        this.drafts = drafts;
        this.departments = departments;
    }

    /** Keeps the sheet's name for this transaction, so that no other takes it meanwhile. */
    void holdName(ResourceMetadata sheet) {
        duplicates.holdName(NameKey.of(sheet.provider().name()), NameKey.of(sheet.name()));
    }

    /** What is wrong with a sheet of a draft; 0 for one that is not stored yet. */
    List<RuleFinding> check(long draft, ResourceMetadata sheet) {
        var stored = draft == 0 ? null : drafts.find(draft).orElse(null);
        var code = stored == null || stored.code() == null ? "" : stored.code().value();
        var fixed = stored == null || stored.baseVersion() == 0 || stored.code() == null
                ? ""
                : stored.code().classCode();
        return MetadataCheck.check(sheet, ground(duplicates.beside(draft, code), fixed));
    }

    /** What is wrong with a published sheet. */
    List<RuleFinding> checkPublished(String code, ResourceMetadata sheet) {
        return MetadataCheck.check(sheet, ground(duplicates.beside(0, code), ""));
    }

    CheckGround ground(Neighbours neighbours, String fixedClass) {
        return new CheckGround(
                lists.now(),
                lists.today(),
                neighbours,
                fixedClass,
                id -> departments.find(id).isPresent());
    }

    /** The ground for checking many sheets at once. */
    CheckGround groundOf(List<ResourceMetadata> sheets) {
        var providers = sheets.stream()
                .map(sheet -> NameKey.of(sheet.provider().name()))
                .collect(Collectors.toSet());
        var related = sheets.stream().flatMap(sheet -> sheet.related().stream()).collect(Collectors.toSet());
        return ground(duplicates.besideAll(providers, related), "");
    }

    Lists lists() {
        return lists.now();
    }

    int reviewLimit(DivisionCode division) {
        return lists.reviewLimit(division.value()).workingDays();
    }
}
