package org.zhengtong.base.jobs.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.problem.ProblemException;

/** What went wrong, in words for people and with its stack for the log and the administrator. */
final class FailureWords {

    private static final Logger LOG = LoggerFactory.getLogger(FailureWords.class);
    private static final int LONGEST_STACK = 20_000;

    private FailureWords() {}

    /** The failure goes to the log under the number that the page shows. */
    static JobFailure of(String what, Throwable failure, Instant at) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Job {} failed, reference {}", what, reference, failure);
        return new JobFailure(at, reference, words(failure), stack(failure));
    }

    private static JobNote words(Throwable failure) {
        if (isDiskFull(failure)) {
            return JobNote.of("jobs.failure.disk_full");
        }
        return switch (failure) {
            case ProblemException problem ->
                JobNote.of(
                        "problem." + problem.problem().code().toLowerCase(Locale.ROOT),
                        problem.details().toArray());
            case CannotGetJdbcConnectionException _, CannotCreateTransactionException _ ->
                JobNote.of("jobs.failure.no_database");
            case DataAccessException _ -> JobNote.of("jobs.failure.database");
            case UncheckedIOException _ -> JobNote.of("jobs.failure.input");
            case Error error ->
                JobNote.of("jobs.failure.program", error.getClass().getSimpleName());
            default -> JobNote.of("jobs.failure.unexpected", failure.getClass().getSimpleName());
        };
    }

    // 53100 is PostgreSQL's disk_full.
    private static boolean isDiskFull(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && "53100".equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the same may well succeed a little later. */
    static boolean passing(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return failure instanceof Error;
    }

    private static String stack(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        var stack = text.toString().replace('\u0000', ' ');
        return stack.length() > LONGEST_STACK ? stack.substring(0, LONGEST_STACK) : stack;
    }
}
