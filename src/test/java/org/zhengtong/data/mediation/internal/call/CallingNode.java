package org.zhengtong.data.mediation.internal.call;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.base.workdays.internal.RealCalendar;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.TestNode;
import org.zhengtong.data.mediation.internal.MediationSettings;
import org.zhengtong.data.registers.RecordAddresses;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.SharingFakes;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.Wish;
import org.zhengtong.testing.GivenSettings;

/** A node that passes calls on, with sharing and its keys on a real database; where other nodes call, something may sit in the wire. */
final class CallingNode implements AutoCloseable {

    final TestNode node;

    /** What becomes of a question before the node hears it, and of its answer before it leaves. */
    volatile UnaryOperator<byte[]> questions = UnaryOperator.identity();

    volatile UnaryOperator<byte[]> answers = UnaryOperator.identity();

    /** The last question that came. */
    volatile byte[] heard = new byte[0];

    private CallingNode(TestNode node) {
        this.node = node;
    }

    static CallingNode start(String code, Clock clock, Path folder, String... settings) {
        var node = new CallingNode(TestNode.with(
                code, clock, folder, List.of("exchange", "trust", "sharing", "mediation"), Room.class, settings));
        node.listen();
        return node;
    }

    private void listen() {
        node.serve(NodeCaller.PATH, exchange -> {
            try (exchange) {
                heard = exchange.getRequestBody().readAllBytes();
                var answer = bean(IncomingCalls.class)
                        .answer(new java.io.ByteArrayInputStream(questions.apply(heard)))
                        .map(answers);
                exchange.sendResponseHeaders(
                        answer.isPresent() ? 200 : 400,
                        answer.map(each -> each.length).orElse(-1));
                if (answer.isPresent()) {
                    exchange.getResponseBody().write(answer.get());
                }
            } catch (IOException | RuntimeException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    @ComponentScan(
            basePackages = {
                "org.zhengtong.data.mediation.internal",
                "org.zhengtong.data.sharing.internal.door",
                "org.zhengtong.data.sharing.internal.grant",
                "org.zhengtong.data.sharing.internal.request",
                "org.zhengtong.data.sharing.internal.delivery",
                "org.zhengtong.data.sharing.internal.snapshot"
            },
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            lazyInit = true)
    static class Room {
        @Bean
        Permissions rights() {
            return new SharingFakes.Rights();
        }

        @Bean
        CatalogReading catalog() {
            return new SharingFakes.OneResource();
        }

        @Bean
        SharingFakes.Systems systems() {
            return new SharingFakes.Systems();
        }

        @Bean
        Departments departments() {
            return new SharingFakes.Offices();
        }

        @Bean
        Notices notices() {
            return _ -> {};
        }

        @Bean
        WorkingCalendar calendar() {
            return RealCalendar.ofWeeks();
        }

        @Bean
        Settings settings() {
            return new GivenSettings()
                    .with(MediationSettings.ADDRESSES, "localhost")
                    .with(MediationSettings.AT_ONCE, "8");
        }

        @Bean
        AccessReasons access() {
            return new Nobody();
        }

        @Bean
        RecordAddresses addresses() {
            return new NoRecords();
        }

        @Bean
        Registers registers() {
            return new NoRegisters();
        }

        @Bean
        NoWork work() {
            return new NoWork();
        }

        @Bean
        NoReading reading() {
            return new NoReading();
        }
    }

    private record Nobody() implements AccessReasons {
        @Override
        public List<HeldRole> of(AccountId account) {
            return List.of();
        }

        @Override
        public List<HeldRole> holders(String permission) {
            return List.of();
        }
    }

    private record NoRecords() implements RecordAddresses {
        @Override
        public String seal(RecordKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<RecordKey> open(String text) {
            return Optional.empty();
        }
    }

    private record NoRegisters() implements Registers {
        @Override
        public Optional<RegisterDefinition> find(RegisterCode code) {
            return Optional.empty();
        }

        @Override
        public RegisterDefinition require(RegisterCode code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RegisterDefinition> list() {
            return List.of();
        }

        @Override
        public List<DefinitionFault> faultsIn(String definition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DefineOutcome define(String definition, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RegisterSize size(RegisterCode code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<RegisterCode, RegisterSize> sizes() {
            return Map.of();
        }

        @Override
        public List<DefinitionVersion> versions(RegisterCode code) {
            throw new UnsupportedOperationException();
        }
    }

    <T> T bean(Class<T> type) {
        return node.bean(type);
    }

    /** The asking department asks for the service behind the one resource, and its provider agrees. */
    DataGrant granted(CurrentUser asker, CurrentUser holder, String from, int quota) {
        var requests = bean(Requests.class);
        var wish = new Wish(
                "企业开办时核对主体",
                "市场主体登记管理条例",
                Set.of(),
                List.of(),
                quota,
                LocalDate.of(2026, 12, 31),
                Set.of(Way.CALL),
                from);
        var draft = ((RequestOutcome.Done)
                        requests.save(new Requests.Draft(0, 0, SharingFakes.OneResource.CODE.path(), wish), asker))
                .request();
        return switch (requests.send(draft.id(), asker)) {
            case RequestOutcome.Granted(var _, var grant) -> grant;
            case RequestOutcome.Done(var request) ->
                switch (requests.answer(
                        request.id(), new Requests.Verdict.Grant(Set.of(), Map.of(), quota, ""), holder)) {
                    case RequestOutcome.Granted(var _, var grant) -> grant;
                    case RequestOutcome other -> throw new AssertionError(other);
                };
            case RequestOutcome other -> throw new AssertionError(other);
        };
    }

    /** Who receives envelopes of a kind here. */
    EnvelopeReceiver receiver(String kind) {
        return node.all(EnvelopeReceiver.class).stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** The log's entries of one kind. */
    List<Map<String, String>> logged(String event) {
        return node.actions().stream()
                .filter(action -> action.event().equals(event))
                .map(action -> Map.copyOf(action.detail()))
                .toList();
    }

    /** The same bytes with one of them changed. */
    static byte[] changed(byte[] bytes, int fromEnd) {
        var copy = Arrays.copyOf(bytes, bytes.length);
        copy[copy.length - fromEnd] ^= 1;
        return copy;
    }

    @Override
    public void close() {
        node.close();
    }
}
