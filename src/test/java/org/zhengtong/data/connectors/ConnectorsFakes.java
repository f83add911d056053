package org.zhengtong.data.connectors;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.JobSchedules;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.RecurringStatus;
import org.zhengtong.base.jobs.ScheduleOutcome;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.jobs.WorkQuery;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.NodePapers;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.testing.SettableClock;

/** The rooms that connectors ask, as small as their tests need them. */
final class ConnectorsFakes {

    private ConnectorsFakes() {}

    /** Settings that a test chooses. */
    public static final class Chosen implements Settings {
        private final Map<String, String> values = new HashMap<>(Map.of(
                "zhengtong.connectors.addresses", "localhost, 127.0.0.0/8, [::1]", "zhengtong.connectors.quiet", "0s"));

        public void choose(String name, String value) {
            values.put(name, value);
        }

        @Override
        public <T> T value(Setting<T> setting) {
            var chosen = values.get(setting.name());
            return chosen == null
                    ? setting.usualValue()
                    : setting.kind().read(chosen).orElseThrow();
        }
    }

    /** Long work that waits until a test lets it go. */
    public static final class Waiting implements Jobs {
        private final org.springframework.beans.factory.ObjectProvider<LongWork> kinds;
        private final SettableClock clock;
        private final Map<WorkId, WorkRequest> requests = new LinkedHashMap<>();
        private final Map<WorkId, WorkState> states = new HashMap<>();
        private java.util.function.LongConsumer heard = _ -> {};

        Waiting(org.springframework.beans.factory.ObjectProvider<LongWork> kinds, SettableClock clock) {
            this.kinds = kinds;
            this.clock = clock;
        }

        /** Tells somebody of the rows of each chunk. */
        public void tell(java.util.function.LongConsumer listener) {
            heard = listener;
        }

        /** Does all that waits; returns what went wrong. */
        public List<RuntimeException> work() {
            var wrong = new ArrayList<RuntimeException>();
            for (var id : List.copyOf(requests.keySet())) {
                if (states.get(id) == WorkState.WAITING) {
                    work(id).ifPresent(wrong::add);
                }
            }
            return wrong;
        }

        private Optional<RuntimeException> work(WorkId id) {
            var request = java.util.Objects.requireNonNull(requests.get(id));
            var kind = kinds.stream()
                    .filter(work -> work.kind().equals(request.kind()))
                    .findAny()
                    .orElseThrow();
            try {
                kind.run(request.input(), new Watched(id, this));
                states.put(id, WorkState.DONE);
                return Optional.empty();
            } catch (RuntimeException failure) {
                states.put(id, WorkState.FAILED);
                return Optional.of(failure);
            }
        }

        /** How many pieces of work were asked for. */
        public int asked() {
            return requests.size();
        }

        @Override
        public WorkId start(WorkRequest request) {
            var id = new WorkId(requests.size() + 1L);
            requests.put(id, request);
            states.put(id, WorkState.WAITING);
            return id;
        }

        @Override
        public Optional<WorkStatus> find(WorkId id) {
            var request = requests.get(id);
            return request == null
                    ? Optional.empty()
                    : Optional.of(new WorkStatus(
                            id,
                            request.kind(),
                            request.title(),
                            java.util.Objects.requireNonNull(states.get(id)),
                            0,
                            0,
                            0,
                            null,
                            false,
                            1,
                            request.startedBy(),
                            clock.instant(),
                            null,
                            null));
        }

        @Override
        public boolean cancel(WorkId id, Actor by) {
            return states.replace(id, WorkState.WAITING, WorkState.CANCELED);
        }

        @Override
        public boolean retry(WorkId id, Actor by) {
            return states.replace(id, WorkState.FAILED, WorkState.WAITING);
        }

        @Override
        public List<WorkStatus> search(WorkQuery query) {
            return List.of();
        }

        @Override
        public Map<WorkState, Long> counts() {
            return new EnumMap<>(WorkState.class);
        }

        @Override
        public List<RecurringStatus> recurring() {
            return List.of();
        }

        @Override
        public boolean runSoon(String name) {
            return false;
        }

        @Override
        public List<JobFailure> failures(WorkId id) {
            return List.of();
        }
    }

    record Watched(WorkId id, Waiting jobs) implements WorkProgress {
        @Override
        public long done() {
            return 0;
        }

        @Override
        public void expect(long total) {}

        @Override
        public void advance(long done, long setAside) {
            jobs.heard.accept(done);
        }

        @Override
        public void say(JobNote message) {}

        @Override
        public boolean canceled() {
            return jobs.states.get(id) == WorkState.CANCELED;
        }
    }

    /** Every schedule comes in an hour. */
    record Hourly(SettableClock clock) implements JobSchedules {
        @Override
        public List<RecurringStatus> list() {
            return List.of();
        }

        @Override
        public Optional<RecurringStatus> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<Instant> next(JobSchedule schedule, int most) {
            return List.of(clock.instant().plus(Duration.ofHours(1)));
        }

        @Override
        public ScheduleOutcome choose(String name, JobSchedule schedule, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduleOutcome restore(String name, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduleOutcome pause(String name, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduleOutcome resume(String name, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean runSoon(String name, Actor by) {
            return false;
        }

        @Override
        public List<JobFailure> failures(String name, int most) {
            return List.of();
        }
    }

    record OneKey() implements NodeKeys {
        @Override
        public NodePapers own() {
            return new NodePapers(TrustSuite.ECDSA, "", "", "", "own");
        }

        @Override
        public boolean sound(NodePapers papers, Instant at) {
            return true;
        }

        @Override
        public byte[] fingerprint(NodePapers papers) {
            return new byte[32];
        }

        @Override
        public String keyId(String signerPem) {
            return "own";
        }

        @Override
        public boolean verify(byte[] content, byte[] signature, String signerPem) {
            return true;
        }

        @Override
        public MessageDigest digest(TrustSuite suite) {
            throw new UnsupportedOperationException();
        }
    }

    /** Really encrypts; what wraps is one key of the test. */
    static final class UnderOneKey implements Confidences {
        private static final byte[] KEY = new byte[32];

        @Override
        public byte[] newSecret(TrustSuite suite) {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            return secret;
        }

        @Override
        public byte[] wrap(byte[] secret, String encryptionPem) {
            return encrypt(new Piece(TrustSuite.ECDSA, KEY, 7, new byte[0]), secret);
        }

        @Override
        public byte[] unwrap(byte[] wrapped) {
            return decrypt(new Piece(TrustSuite.ECDSA, KEY, 7, new byte[0]), wrapped);
        }

        @Override
        public byte[] encrypt(Piece piece, byte[] plain) {
            return crypt(Cipher.ENCRYPT_MODE, piece, plain);
        }

        @Override
        public byte[] decrypt(Piece piece, byte[] encrypted) {
            return crypt(Cipher.DECRYPT_MODE, piece, encrypted);
        }

        private static byte[] crypt(int mode, Piece piece, byte[] content) {
            try {
                var cipher = Cipher.getInstance("AES/GCM/NoPadding");
                var nonce = Arrays.copyOf(new byte[] {(byte) piece.number()}, 12);
                cipher.init(mode, new SecretKeySpec(piece.secret(), "AES"), new GCMParameterSpec(128, nonce));
                cipher.updateAAD(piece.label());
                return cipher.doFinal(content);
            } catch (GeneralSecurityException changed) {
                throw new SecurityException(changed);
            }
        }
    }
}
