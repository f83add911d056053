package org.zhengtong.data.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.registers.RegisterCode;

/** Front door of grants: who may read what; each change holds at every door at once. */
public interface Grants {

    /** The right to stop all sharing of this node. */
    String STOP_EVERYTHING = "sharing.stop_everything";

    /** The right to look data up under the grants of one's department. */
    String USE_GRANT = "sharing.use_grant";

    /** A grant that this user gives or uses; a problem for everybody else. */
    DataGrant require(GrantNumber number, CurrentUser by);

    Page search(Query query, CurrentUser by);

    /** The provider lets a grant rest; it can be resumed. */
    void suspend(GrantNumber number, String reason, CurrentUser by);

    void resume(GrantNumber number, CurrentUser by);

    /** Ends a grant for good: by its provider, or by the consumer who needs it no more. */
    void revoke(GrantNumber number, String reason, CurrentUser by);

    /** Kill switch (全部停用): a register by its holder, everything (null) by the administrator. */
    void stop(@Nullable RegisterCode register, String reason, CurrentUser by);

    /** Undoes {@link #stop}. */
    void lift(@Nullable RegisterCode register, CurrentUser by);

    /** What is stopped now. */
    List<Stop> stops();

    /** Whether this user may stop the register, or everything (null). */
    boolean mayStop(@Nullable RegisterCode register, CurrentUser by);

    /** Whether the user works for the providing side of the grant. */
    boolean gives(DataGrant grant, CurrentUser by);

    /** Whether the user works for the consuming side of the grant. */
    boolean uses(DataGrant grant, CurrentUser by);

    /** Lets a connected system use the grants of a department. */
    BindOutcome bind(String clientId, CurrentUser by);

    /** Shuts it out again. */
    void unbind(String clientId, CurrentUser by);

    /** Systems of the departments that this user asks for. */
    List<BoundSystem> systems(CurrentUser by);

    /** Calls and records a day of a grant, oldest first. */
    List<DayUse> usage(GrantNumber number, LocalDate from);

    /** Sums by grant over days, of the grants this user gives or uses. */
    List<UseSum> sums(LocalDate from, LocalDate to, Side side, CurrentUser by);

    /** Calls a day of all grants this user gives or uses, oldest first. */
    List<DayUse> days(LocalDate from, LocalDate to, Side side, CurrentUser by);

    /** From which side grants are looked at. */
    enum Side {
        GIVEN,
        RECEIVED
    }

    /**
     * Which grants.
     *
     * @param register null for all
     * @param after number behind which the list goes on; empty for its beginning
     */
    record Query(
            Side side,
            String text,
            @Nullable RegisterCode register,
            DataGrant.@Nullable State state,
            String after,
            int most) {}

    /** One screen. */
    record Page(List<DataGrant> grants, @Nullable String next) {}

    /** A kill switch that is thrown; no register means everything. */
    record Stop(@Nullable RegisterCode register, String reason, String by, Instant at) {}

    /** A system that acts for a department. */
    record BoundSystem(String clientId, String name, DepartmentId department, String by, Instant at) {}

    /** Use of one day in one way. */
    record DayUse(LocalDate day, Way way, long calls, long records) {}

    /** Use of one grant. */
    record UseSum(
            GrantNumber number,
            String resource,
            DepartmentId provider,
            DepartmentId consumer,
            long calls,
            long records,
            Optional<LocalDate> last) {}

    /** What became of binding a system. */
    enum BindOutcome {
        BOUND,
        /** No such system, or it is closed. */
        UNKNOWN,
        /** It acts for another department. */
        TAKEN
    }
}
