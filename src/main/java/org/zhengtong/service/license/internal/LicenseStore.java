package org.zhengtong.service.license.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.License.Holder;
import org.zhengtong.service.license.LicenseFact;
import org.zhengtong.service.license.LicenseStatus;
import org.zhengtong.service.license.StatusChange;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Issued licences. */
@Component
class LicenseStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<LicenseFact>> FACTS = new TypeReference<>() {};

    /** What {@link #toLicense} reads. */
    static final String COLUMNS = """
        select identifier, case_number, type, title, holder_name, holder_code, holder_person, holder_account,
               issuer, issuer_name, issued_on, valid_from, valid_until, status, facts, file_id, ofd_file_id
        from license.license
        """;

    private final JdbcClient jdbc;

    LicenseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextSerial() {
        return jdbc.sql("select nextval('license.serial')").query(Long.class).single();
    }

    long nextOrganizationNumber() {
        return jdbc.sql("select nextval('license.organization_number')")
                .query(Long.class)
                .single();
    }

    /** Adds a licence unless the case has one already for this step; {@code step} is empty for that of the whole. */
    boolean addUnlessIssued(License license, String step, Instant at) {
        return jdbc.sql("""
            insert into license.license
              (identifier, case_number, type, title, holder_name, holder_code, holder_person, holder_account,
               issuer, issuer_name, issued_on, valid_from, valid_until, status, facts, issued_at, step)
            values (:identifier, :caseNumber, :type, :title, :holderName, :holderCode, :holderPerson,
                    :holderAccount, :issuer, :issuerName, :issuedOn, :validFrom, :validUntil, :status,
                    cast(:facts as jsonb), :at, :step)
            on conflict (case_number, step) where not replaced do nothing
            """)
                        .param("identifier", license.identifier().value())
                        .param("caseNumber", license.caseNumber().value())
                        .param("type", license.type())
                        .param("title", license.title())
                        .param("holderName", license.holder().name())
                        .param("holderCode", license.holder().code())
                        .param("holderPerson", license.holder().person())
                        .param("holderAccount", accountOf(license.holder()), Types.BIGINT)
                        .param("issuer", license.issuer().value())
                        .param("issuerName", license.issuerName())
                        .param("issuedOn", license.issuedOn())
                        .param("validFrom", license.validFrom())
                        .param("validUntil", license.validUntil(), Types.DATE)
                        .param("status", license.stored().name())
                        .param("facts", JSON.writeValueAsString(license.facts()))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("step", step)
                        .update()
                > 0;
    }

    /** Keeps the sealed sheet; false when one is there already. */
    boolean attach(LicenseIdentifier identifier, FileId file) {
        return jdbc.sql("""
            update license.license
            set file_id = :file
            where identifier = :identifier
              and file_id is null
            """)
                        .param("file", file.value())
                        .param("identifier", identifier.value())
                        .update()
                > 0;
    }

    /** Keeps the sealed OFD file; false when one is there already. */
    boolean attachOfd(LicenseIdentifier identifier, FileId file) {
        return jdbc.sql("""
            update license.license
            set ofd_file_id = :file
            where identifier = :identifier
              and ofd_file_id is null
            """)
                        .param("file", file.value())
                        .param("identifier", identifier.value())
                        .update()
                > 0;
    }

    Optional<License> find(LicenseIdentifier identifier) {
        return jdbc.sql(COLUMNS + "where identifier = :identifier")
                .param("identifier", identifier.value())
                .query(LicenseStore::toLicense)
                .optional();
    }

    Optional<License> lock(LicenseIdentifier identifier) {
        return jdbc.sql(COLUMNS + "where identifier = :identifier for update")
                .param("identifier", identifier.value())
                .query(LicenseStore::toLicense)
                .optional();
    }

    Optional<License> findByCase(CaseNumber number, String step) {
        return jdbc.sql(COLUMNS + "where case_number = :number and step = :step and not replaced")
                .param("number", number.value())
                .param("step", step)
                .query(LicenseStore::toLicense)
                .optional();
    }

    /** That of the whole first, then those of lanes in the order of their issue. */
    List<License> ofCase(CaseNumber number) {
        return jdbc.sql(COLUMNS + "where case_number = :number order by replaced, step <> '', issued_at, step")
                .param("number", number.value())
                .query(LicenseStore::toLicense)
                .list();
    }

    /** Those that a reopened case had led to: of the whole, and of lanes that are done again. */
    List<License> lockUndone(CaseNumber number, Set<String> undone) {
        return jdbc.sql(COLUMNS + """
            where case_number = :number and not replaced and (step = '' or step = any (:undone))
            order by identifier
            for update
            """)
                .param("number", number.value())
                .param("undone", undone.toArray(String[]::new))
                .query(LicenseStore::toLicense)
                .list();
    }

    /** The case can issue another in its place. */
    void replace(LicenseIdentifier identifier) {
        jdbc.sql("update license.license set replaced = true where identifier = :identifier")
                .param("identifier", identifier.value())
                .update();
    }

    List<License> heldBy(AccountId holder) {
        return jdbc.sql(COLUMNS + "where holder_account = :holder order by issued_at desc")
                .param("holder", holder.value())
                .query(LicenseStore::toLicense)
                .list();
    }

    void setStatus(LicenseIdentifier identifier, LicenseStatus status) {
        jdbc.sql("update license.license set status = :status where identifier = :identifier")
                .param("status", status.name())
                .param("identifier", identifier.value())
                .update();
    }

    void addChange(LicenseIdentifier identifier, StatusChange change, AccountId by) {
        jdbc.sql("""
            insert into license.status_change (identifier, before, after, reason, by_account, by_name, at)
            values (:identifier, :before, :after, :reason, :byAccount, :byName, :at)
            """)
                .param("identifier", identifier.value())
                .param("before", change.before().name())
                .param("after", change.after().name())
                .param("reason", change.reason())
                .param("byAccount", by.value())
                .param("byName", change.byName())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<StatusChange> changes(LicenseIdentifier identifier) {
        return jdbc.sql("""
            select before, after, reason, by_name, at
            from license.status_change
            where identifier = :identifier
            order by id desc
            """)
                .param("identifier", identifier.value())
                .query((row, number) -> new StatusChange(
                        LicenseStatus.valueOf(row.getString("before")),
                        LicenseStatus.valueOf(row.getString("after")),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    static License toLicense(ResultSet row, int number) throws SQLException {
        var account = row.getObject("holder_account", Long.class);
        var file = row.getObject("file_id", UUID.class);
        var ofd = row.getObject("ofd_file_id", UUID.class);
        return new License(
                new LicenseIdentifier(row.getString("identifier")),
                new CaseNumber(row.getString("case_number")),
                row.getString("type"),
                row.getString("title"),
                new Holder(
                        row.getString("holder_name"),
                        row.getString("holder_code"),
                        row.getBoolean("holder_person"),
                        account == null ? null : new AccountId(account)),
                new DepartmentId(row.getString("issuer")),
                row.getString("issuer_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                LicenseStatus.valueOf(row.getString("status")),
                JSON.readValue(row.getString("facts"), FACTS),
                file == null ? null : new FileId(file),
                ofd == null ? null : new FileId(ofd));
    }

    private static @Nullable Long accountOf(Holder holder) {
        return holder.account() == null ? null : holder.account().value();
    }
}
