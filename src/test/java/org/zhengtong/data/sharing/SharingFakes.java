package org.zhengtong.data.sharing;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.audit.ConsistencyProof;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.audit.InclusionProof;
import org.zhengtong.base.audit.TreeHead;
import org.zhengtong.base.audit.WholeLogCheck;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.ConnectedSystem;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.catalog.Opening;
import org.zhengtong.data.catalog.Provider;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourceMetadata.Supplement;
import org.zhengtong.data.catalog.ResourceState;
import org.zhengtong.data.catalog.ResourceUses;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.Sharing;
import org.zhengtong.data.catalog.SharingType;
import org.zhengtong.data.registers.RegistersFixtures.Recorded;
import org.zhengtong.testing.ScopedRights;

/** The rooms that sharing asks, as small as its tests need them. */
public final class SharingFakes {

    private SharingFakes() {}

    /** Everybody may do everything in his own department; the big-data bureau decides in its province, an administrator stops all. */
    public static final class Rights extends ScopedRights {
        @Override
        public DataScope scopeOf(CurrentUser user, String permission) {
            var department = user.department();
            if (department == null) {
                return DataScope.NOTHING;
            }
            var superior = department.slug().equals("big-data");
            return switch (permission) {
                case Requests.DECIDE_DISPUTE -> superior ? DataScope.of(department.division()) : DataScope.NOTHING;
                case Grants.STOP_EVERYTHING -> superior ? DataScope.EVERYTHING : DataScope.NOTHING;
                default -> DataScope.of(department);
            };
        }
    }

    /** One resource: names shared freely, mobile on request, height not at all. */
    public static final class OneResource implements CatalogReading {
        public static final ResourceCode CODE = new ResourceCode("101001/000001");

        private static ResourceItem item(String name, String code, SharingType sharing) {
            return new ResourceItem(name, code, "C", 0, sharing, false, true, "");
        }

        private static Resource resource() {
            var sheet = new ResourceMetadata(
                    "101001",
                    "试验人口信息",
                    new Provider(new DepartmentId("370000.public-security"), "省公安厅", ""),
                    "",
                    "database.postgresql",
                    List.of(
                            item("公民身份号码", "number", SharingType.UNCONDITIONAL),
                            item("姓名", "name", SharingType.UNCONDITIONAL),
                            item("户籍地", "division", SharingType.UNCONDITIONAL),
                            item("手机", "mobile", SharingType.CONDITIONAL),
                            item("身高", "height", SharingType.NOT_SHARED)),
                    new Sharing(SharingType.CONDITIONAL, "办事需要", List.of(), ""),
                    Opening.NONE,
                    "day",
                    null,
                    List.of(),
                    Supplement.NONE);
            return new Resource(
                    1, "", CODE, ResourceState.PUBLISHED, 1, sheet, Instant.EPOCH, Instant.EPOCH, null, null);
        }

        @Override
        public Resource require(String path) {
            return resource();
        }

        @Override
        public List<Version> versions(Resource resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ResourceMetadata version(Resource resource, int version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Difference> compare(ResourceMetadata before, ResourceMetadata after, Locale language) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Event> events(ResourceCode code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ResourceUses.Use> usesOf(ResourceCode code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Resource> namedBy(ResourceCode code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RuleFinding> findings(Resource resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<CatalogDraft> draftOf(ResourceCode code) {
            throw new UnsupportedOperationException();
        }
    }

    /** Two systems with their secrets; closing one is told as the real room does. */
    public static final class Systems implements ConnectedSystems {
        final Map<String, String> secrets = new HashMap<>(Map.of("system-one", "secret-one"));

        @Override
        public Optional<ConnectedSystem> findOpen(String clientId) {
            return Optional.ofNullable(secrets.get(clientId))
                    .map(_ -> new ConnectedSystem(
                            1, clientId, "开办系统", true, List.of(), List.of(), Instant.EPOCH, "何平", null));
        }

        @Override
        public Optional<ConnectedSystem> authenticate(String clientId, String secret) {
            return findOpen(clientId).filter(_ -> secret.equals(secrets.get(clientId)));
        }

        @Override
        public List<ConnectedSystem> search(String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome connect(CurrentUser by, Typed typed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String renewSecret(CurrentUser by, long system) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(CurrentUser by, long system) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reopen(CurrentUser by, long system) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Consent> consents(AccountId account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void withdraw(CurrentUser user, long system) {
            throw new UnsupportedOperationException();
        }
    }

    /** Every department exists. */
    public static final class Offices implements Departments {
        @Override
        public Optional<Department> find(DepartmentId id) {
            return Optional.of(new Department(
                    id,
                    id.value(),
                    id.slug(),
                    DepartmentKind.CONSTITUENT,
                    new CreditCode("11370100509819318T"),
                    null,
                    null,
                    null,
                    null,
                    null));
        }

        @Override
        public Department require(DepartmentId id) {
            return find(id).orElseThrow();
        }

        @Override
        public Map<DepartmentId, String> names(Collection<DepartmentId> ids) {
            return Map.of();
        }

        @Override
        public DepartmentId inCharge(DepartmentId id) {
            return id;
        }

        @Override
        public List<Post> posts(DepartmentId id) {
            return List.of();
        }

        @Override
        public List<Department> of(DivisionCode division) {
            return List.of();
        }

        @Override
        public List<Department> search(String text, @Nullable DivisionCode division, int limit) {
            return List.of();
        }
    }

    /** Reads what was recorded. */
    record Proofs(Recorded log) implements AuditProofs {
        @Override
        public List<AuditEntry> entriesAbout(
                String subjectType, Collection<String> subjectIds, String event, @Nullable EntryId before, int most) {
            var found = new ArrayList<AuditEntry>();
            for (var action : log.actions) {
                if (action.subject().type().equals(subjectType)
                        && subjectIds.contains(action.subject().id())
                        && action.event().equals(event)) {
                    found.add(new AuditEntry(new EntryId(UUID.randomUUID()), Instant.EPOCH, "", action));
                }
            }
            return found;
        }

        @Override
        public Optional<AuditEntry> find(EntryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AuditEntry> entriesAbout(String subjectType, String subjectId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AuditEntry> search(AuditQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<InclusionProof> proofOf(EntryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean verify(InclusionProof proof) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<TreeHead> latestHead() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ConsistencyProof> consistencyFrom(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void export(OutputStream out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WholeLogCheck checkWholeLog() {
            throw new UnsupportedOperationException();
        }
    }

    /** Staff of a department, wherever it is. */
    public static CurrentUser staffOf(String department) {
        var id = new DepartmentId(department);
        return new CurrentUser(
                new AccountId(Math.abs(department.hashCode())),
                "员 " + id.slug(),
                org.zhengtong.base.identity.AccountKind.STAFF,
                id,
                null,
                Set.of());
    }
}
