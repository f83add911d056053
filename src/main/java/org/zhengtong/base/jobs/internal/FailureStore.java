package org.zhengtong.base.jobs.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkId;

/** Failures in {@code jobs.failure}; of a recurring job only the last ones are kept. */
@Component
class FailureStore {

    static final int KEPT = 20;

    private static final String INSERT = """
            insert into jobs.failure (work, job, reference, words_key, words_args, stack, failed_at)
            values (:work, :job, :reference, :key, :args, :stack, :at)
            """;

    private final JdbcClient jdbc;

    FailureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WorkId work, JobFailure failure) {
        insert(work.value(), null, failure);
    }

    void insert(String job, JobFailure failure) {
        insert(null, job, failure);
        jdbc.sql("""
                delete from jobs.failure
                where job = :job
                    and id <= (select id from jobs.failure where job = :job order by id desc offset :kept limit 1)
                """).param("job", job).param("kept", KEPT).update();
    }

    private void insert(
            @org.jspecify.annotations.Nullable Long work,
            @org.jspecify.annotations.Nullable String job,
            JobFailure failure) {
        jdbc.sql(INSERT)
                .param("work", work)
                .param("job", job)
                .param("reference", failure.reference())
                .param("key", failure.words().key())
                .param("args", WorkStore.array(failure.words()))
                .param("stack", failure.stack())
                .param("at", WorkStore.utc(failure.at()))
                .update();
    }

    List<JobFailure> of(WorkId work) {
        return jdbc.sql("""
                select reference, words_key, words_args, stack, failed_at
                from jobs.failure
                where work = :work
                order by id desc
                limit 20
                """)
                .param("work", work.value())
                .query(FailureStore::toFailure)
                .list();
    }

    List<JobFailure> of(String job, int most) {
        return jdbc.sql("""
                select reference, words_key, words_args, stack, failed_at
                from jobs.failure
                where job = :job
                order by id desc
                limit :most
                """)
                .param("job", job)
                .param("most", most)
                .query(FailureStore::toFailure)
                .list();
    }

    private static JobFailure toFailure(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("failed_at", OffsetDateTime.class).toInstant();
        return new JobFailure(
                at,
                row.getString("reference"),
                new JobNote(row.getString("words_key"), WorkStore.texts(row, "words_args")),
                row.getString("stack"));
    }
}
