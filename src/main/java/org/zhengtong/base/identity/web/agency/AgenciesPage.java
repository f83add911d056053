package org.zhengtong.base.identity.web.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.Acting;
import org.zhengtong.base.identity.Agencies;
import org.zhengtong.base.identity.Agency;
import org.zhengtong.base.identity.MatterList.Matter;
import org.zhengtong.base.ui.FieldFault;

/**
 * Authorizations given or got.
 *
 * @param acting who acts for the enterprise at this session, or null
 */
public record AgenciesPage(
        String name,
        boolean enterprise,
        @Nullable Acting acting,
        List<AgencyRow> agencies,
        List<Matter> matters,
        Agencies.Typed typed,
        List<FieldFault> errors) {

    /** One authorization; names of its matters, empty for all. */
    public record AgencyRow(Agency agency, Agency.State state, List<String> matters) {}
}
