package org.zhengtong.data.mediation.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.mediation.Calls.Called;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.Services.HeldGrant;
import org.zhengtong.data.mediation.Services.Listed;
import org.zhengtong.data.mediation.Services.Tested;

/** What the pages of services and calls show. */
public final class MediationPages {

    private MediationPages() {}

    /** Services as they were looked for. */
    public record ListPage(
            ServicesForm form,
            List<Listed> services,
            Map<String, String> nodes,
            Map<String, String> departments,
            boolean mayAdd) {

        /** Whether something was looked for. */
        public boolean filtered() {
            return !form.query().equals(new ServicesForm(null, null, null, null).query());
        }
    }

    /** The form of a service; {@code stored} is null for a new one. */
    public record FormPage(
            ServiceForm form, @Nullable MediatedService stored, List<FieldFault> errors, boolean overtaken) {

        public String action() {
            return stored == null ? "/staff/mediation/services" : "/staff/mediation/services/" + stored.code();
        }

        public boolean faulty(String field) {
            return errors.stream().anyMatch(error -> error.field().equals(field));
        }
    }

    /**
     * One service of this node.
     *
     * @param resourcePath address of its resource in the catalog; empty without one
     * @param held grants of the user's department for it
     */
    public record ServicePage(
            MediatedService service,
            String department,
            String resourcePath,
            String callAddress,
            DelayChart chart,
            List<HeldGrant> held,
            boolean manages,
            String typed,
            @Nullable Tested tested,
            List<FieldFault> errors,
            String done) {}

    /** One service of a neighbouring node. */
    public record ForeignPage(Listed service, String callAddress, List<HeldGrant> held) {}

    /** Calls as they were looked for. */
    public record CallsPage(
            CallsForm form,
            List<Called> calls,
            Map<String, String> names,
            @Nullable String next,
            @Nullable String first) {

        public String name(String department) {
            return names.getOrDefault(department, department);
        }
    }

    /** How a state is drawn. */
    public static String drawn(MediatedService.State state) {
        return switch (state) {
            case DRAFT -> "draft";
            case OFFERED -> "done";
            case PAUSED -> "soon";
        };
    }
}
