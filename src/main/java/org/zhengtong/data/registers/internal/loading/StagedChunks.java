package org.zhengtong.data.registers.internal.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.RowSource;

/**
 * Chunks on their way: one is read from the source while the one before is copied and judged and the one before that is
 * merged by the caller.
 */
final class StagedChunks implements AutoCloseable {

    private static final int SLOTS = 2;

    private final Connection connection;
    private final ChunkReader reader;
    private final List<StagingStore> slots;
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("registers-staging").daemon().factory());
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("registers-reading").daemon().factory());
    private Future<@Nullable Chunk> read;
    private Future<@Nullable Staged> next;
    private int turn;

    /** A chunk in its table, and what is wrong with some of its rows. */
    record Staged(Chunk chunk, String table, SortedMap<Integer, List<RowFault>> bad) {}

    StagedChunks(
            DataSource database, LoadMapping mapping, RowSource source, long load, LoadStore.Place place, int most) {
        try {
            connection = database.getConnection();
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("staging", null, failure);
        }
        slots = List.of(new StagingStore(connection, mapping, load, 0), new StagingStore(connection, mapping, load, 1));
        try {
            for (var slot : slots) {
                slot.make();
            }
            reader = new ChunkReader(mapping, source, place, most);
        } catch (SQLException failure) {
            closeConnection();
            throw new UncategorizedSQLException("staging", null, failure);
        } catch (RuntimeException failure) {
            closeConnection();
            throw failure;
        }
        read = reading.submit(reader::next);
        next = ahead.submit(this::stage);
    }

    private @Nullable Staged stage() throws SQLException, IOException, InterruptedException, ExecutionException {
        var chunk = read.get();
        if (chunk == null) {
            return null;
        }
        read = reading.submit(reader::next);
        var slot = slots.get(turn++ % SLOTS);
        return new Staged(chunk, slot.name(), slot.stage(chunk));
    }

    /** The next chunk, null at the end; the one after it begins to be staged at once. */
    @Nullable
    Staged next() {
        try {
            var staged = next.get();
            if (staged != null) {
                next = ahead.submit(this::stage);
            }
            return staged;
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case ExecutionException inner -> unwrapped(inner);
            case RuntimeException known -> known;
            case IOException unread -> new UncheckedIOException(unread);
            case SQLException refused -> new UncategorizedSQLException("staging", null, refused);
            case null, default -> new IllegalStateException(failure);
        };
    }

    @Override
    public void close() {
        ahead.shutdown();
        try {
            awaitEnd();
            reading.close();
            for (var slot : slots) {
                slot.drop();
            }
            reader.close();
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("staging", null, failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            closeConnection();
        }
    }

    private void awaitEnd() {
        try {
            next.get();
        } catch (ExecutionException reported) {
            // Whoever asked for the chunk has heard of it; nobody asks for this one.
            ahead.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeConnection() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("staging", null, failure);
        }
    }
}
