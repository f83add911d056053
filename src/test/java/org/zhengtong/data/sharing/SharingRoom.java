package org.zhengtong.data.sharing;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NetworkZone;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeLevel;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.OwnNode;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.Recorded;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

/** Sharing and registers on a real database of their own; the other rooms are fakes. */
final class SharingRoom implements AutoCloseable {

    final RegistersFixtures registers = RegistersFixtures.on(RoomDatabase.with("registers", "sharing"), Room.class);

    /** The room's beans but those that need files and jobs. */
    @ComponentScan("org.zhengtong.data.sharing.internal.request")
    @ComponentScan("org.zhengtong.data.sharing.internal.grant")
    @ComponentScan("org.zhengtong.data.sharing.internal.door")
    @ComponentScan(
            basePackages = "org.zhengtong.data.sharing.internal.delivery",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(StoredDeliveries|BatchMaking|Subscribing|Arrivals|ChangesReceived)"))
    static class Room {
        @Bean
        @Primary
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
        AuditProofs proofs(Recorded log) {
            return new SharingFakes.Proofs(log);
        }

        @Bean
        Nodes nodes() {
            return new NoOtherNodes();
        }
    }

    private record NoOtherNodes() implements Nodes {
        @Override
        public OwnNode own() {
            return new OwnNode(new NodeCode("370000-main"), "省节点", NodeLevel.PROVINCE, NetworkZone.values()[0], "");
        }

        @Override
        public List<ExchangeNode> all() {
            return List.of();
        }

        @Override
        public Optional<ExchangeNode> find(NodeCode code) {
            return Optional.empty();
        }
    }

    Requests requests() {
        return registers.bean(Requests.class);
    }

    Grants grants() {
        return registers.bean(Grants.class);
    }

    GrantedReading reading() {
        return registers.bean(GrantedReading.class);
    }

    Corrected corrected() {
        return registers.bean(Corrected.class);
    }

    SharingFakes.Systems systems() {
        return registers.bean(SharingFakes.Systems.class);
    }

    SettableClock clock() {
        return registers.clock();
    }

    List<AuditAction> actions() {
        return registers.bean(Recorded.class).actions;
    }

    void tell(Object event) {
        registers.tell(event);
    }

    @Override
    public void close() {
        registers.close();
    }
}
