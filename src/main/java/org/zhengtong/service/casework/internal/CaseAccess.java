package org.zhengtong.service.casework.internal;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.casework.internal.CaseDocumentStore.CaseRow;

/**
 * {@link Rights#requireView} in words that an index can compare: a case is marked with its departments and with every
 * division around them, and a member of staff brings the marks of his scope.
 */
@Component
class CaseAccess {
    private static final String EVERYTHING = "everything";
    private static final String DEPARTMENT = "department:";
    private static final String DIVISION = "division:";
    private static final int[] LEVELS = {0, 2, 4, 6, 9, 12};

    private final Permissions permissions;

    CaseAccess(Permissions permissions) {
        this.permissions = permissions;
    }

    Set<String> passesOf(@Nullable CurrentUser reader) {
        if (reader == null || !reader.isStaff() || !permissions.may(reader, Rights.VIEW)) {
            return Set.of();
        }
        var scope = permissions.scopeOf(reader, Rights.VIEW);
        var passes = new HashSet<String>();
        if (scope.everything()) {
            passes.add(EVERYTHING);
        }
        scope.departments().forEach(department -> passes.add(DEPARTMENT + department.value()));
        scope.divisions().forEach(division -> passes.add(DIVISION + division.prefix()));
        return passes;
    }

    static Set<String> readersOf(CaseRow row) {
        var readers = new HashSet<String>();
        readers.add(EVERYTHING);
        addAround(new DivisionCode(row.division()), readers);
        for (var department : row.departments()) {
            readers.add(DEPARTMENT + department);
            addAround(new DepartmentId(department).division(), readers);
        }
        return readers;
    }

    private static void addAround(DivisionCode division, Set<String> readers) {
        for (var level : LEVELS) {
            if (level <= division.value().length()) {
                readers.add(DIVISION + division.value().substring(0, level));
            }
        }
    }
}
