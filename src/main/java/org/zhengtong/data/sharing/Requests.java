package org.zhengtong.data.sharing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.SharingType;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;

/** Front door of requests: from the draft to the answer, and to the superior's word where the two cannot agree. */
public interface Requests {

    /** The right to ask for data in a department's name and to use what was granted. */
    String REQUEST_DATA = "sharing.request_data";

    /** The right to answer for a providing department, and to stop what it gave. */
    String ANSWER_REQUEST = "sharing.answer_request";

    /** The right to decide between departments of a place. */
    String DECIDE_DISPUTE = "sharing.decide_dispute";

    /** What of a resource may be asked for; nothing when no register of this node stands behind it. */
    Optional<Offer> offer(Resource resource);

    /** Begins a request or writes a draft down; {@code id} 0 for a new one. */
    RequestOutcome save(Draft draft, CurrentUser by);

    /** Sends it: granted at once when everything asked for is shared unconditionally, else the clock runs. */
    RequestOutcome send(long id, CurrentUser by);

    RequestOutcome withdraw(long id, CurrentUser by);

    /** The provider's answer. */
    RequestOutcome answer(long id, Verdict verdict, CurrentUser by);

    /** The provider needs longer, and says why; once. */
    RequestOutcome extend(long id, String reason, CurrentUser by);

    /** The asking department takes a refusal to the common superior. */
    RequestOutcome dispute(long id, String reason, CurrentUser by);

    /** The superior's word: granted with these terms, or the refusal stands. */
    RequestOutcome rule(long id, Verdict verdict, CurrentUser by);

    /** A request that this user may see; a problem for everybody else. */
    SharingRequest require(long id, CurrentUser by);

    List<Event> events(long id);

    Page search(Query query, CurrentUser by);

    /** How many wait for this user's answer or decision. */
    long waiting(CurrentUser by);

    /** What the user may do with a request. */
    Rights rights(SharingRequest request, CurrentUser by);

    /**
     * A resource with what stands behind it, and how each item is shared.
     *
     * @param definition null for a service, which has no items to choose from
     */
    record Offer(
            Resource resource,
            Subject subject,
            DepartmentId holder,
            @Nullable RegisterDefinition definition,
            Map<ItemName, SharingType> items) {

        /** Items of the register, as far as they are shared in this way; none of a service. */
        public List<RegisterItem> itemsShared(Predicate<SharingType> how) {
            return definition == null
                    ? List.of()
                    : definition.items().values().stream()
                            .filter(item -> how.test(items.getOrDefault(item.name(), SharingType.NOT_SHARED)))
                            .toList();
        }

        /** The item of the register of this name. */
        public Optional<RegisterItem> find(ItemName name) {
            return definition == null ? Optional.empty() : definition.find(name);
        }

        /** In which ways it may be used. */
        public List<Way> ways() {
            return subject.isService() ? List.of(Way.CALL) : Way.ofRecords();
        }

        /** How a choice of items is shared: as its most guarded one; a service as its resource says. */
        public SharingType typeOf(Set<ItemName> chosen) {
            if (subject.isService()) {
                return Objects.requireNonNullElse(resource.metadata().sharing().type(), SharingType.CONDITIONAL);
            }
            return chosen.stream()
                    .map(item -> items.getOrDefault(item, SharingType.NOT_SHARED))
                    .max(Comparator.naturalOrder())
                    .orElse(SharingType.CONDITIONAL);
        }
    }

    /** What a form holds. */
    record Draft(long id, int revision, String resource, Wish wish) {}

    /** An answer. */
    sealed interface Verdict {
        /** Yes, with these items, masks, quota. */
        record Grant(Set<ItemName> items, Map<ItemName, Masking> masks, int quota, String words) implements Verdict {}

        /** No, because. */
        record Refuse(String reason) implements Verdict {}

        /** Not yet: something is missing. */
        record Return(String missing) implements Verdict {}
    }

    /** One step of a request. */
    record Event(String kind, String by, String department, String note, Instant at) {}

    /** What the user may do. */
    record Rights(boolean edit, boolean answer, boolean extend, boolean dispute, boolean rule, boolean withdraw) {}

    /** Which list. */
    enum Box {
        SENT,
        INBOX,
        DISPUTES
    }

    /**
     * Which requests.
     *
     * @param after id behind which the list goes on; null for its beginning
     */
    record Query(
            Box box,
            String text,
            SharingRequest.@Nullable State state,
            @Nullable Long after,
            int most) {}

    /** One screen. */
    record Page(List<SharingRequest> requests, @Nullable Long next) {}

    /** What became of it. */
    sealed interface RequestOutcome {
        /** Done; it stands so now. */
        record Done(SharingRequest request) implements RequestOutcome {}

        /** Granted; the grant bears the request's number. */
        record Granted(SharingRequest request, DataGrant grant) implements RequestOutcome {}

        /** These fields are wrong: key of the reason by field. */
        record Refused(Map<String, String> faults) implements RequestOutcome {}

        /** It has moved on meanwhile. */
        record NotNow(SharingRequest request) implements RequestOutcome {}
    }
}
