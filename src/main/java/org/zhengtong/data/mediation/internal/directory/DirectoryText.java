package org.zhengtong.data.mediation.internal.directory;

import java.util.List;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.mediation.MediatedService.State;
import org.zhengtong.data.mediation.Operation;
import org.zhengtong.data.mediation.ServiceCode;

/** What a node tells a neighbour: all it offers. What it grants stands in its snapshots of grants. */
record DirectoryText(List<Entry> services) {

    static final String KIND = "mediation.services";

    private static final int MOST = 5_000;
    private static final int LONGEST = 2_000;

    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    DirectoryText {
        services = services == null ? List.of() : List.copyOf(services);
        if (services.size() > MOST) {
            throw new IllegalArgumentException("Too many entries");
        }
    }

    /** A service without its address. */
    record Entry(
            String code,
            String name,
            String summary,
            String department,
            String departmentName,
            String resource,
            State state,
            List<Operation> operations,
            String openapi) {

        @SuppressWarnings("ConstantValue")
        Entry {
            if (code == null
                    || !ServiceCode.fits(code)
                    || !words(name)
                    || !words(summary)
                    || !words(departmentName)
                    || resource == null
                    || state == null
                    || openapi == null) {
                throw new IllegalArgumentException("Not an entry of a directory");
            }
            new DepartmentId(String.valueOf(department));
            operations = operations == null ? List.of() : List.copyOf(operations);
        }
    }

    private static boolean words(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.length() <= LONGEST;
    }
}
