package org.zhengtong.app.operating.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhengtong.app.operating.HealthLine;
import org.zhengtong.app.operating.NodeHealth;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;

@Service
class WholeHealth implements NodeHealth {

    private final Permissions permissions;
    private final MachineHealth machine;
    private final WorkHealth work;
    private final ExchangeLine exchange;

    WholeHealth(Permissions permissions, MachineHealth machine, WorkHealth work, ExchangeLine exchange) {
        this.permissions = permissions;
        this.machine = machine;
        this.work = work;
        this.exchange = exchange;
    }

    /** What needs somebody comes first. */
    @Override
    public List<HealthLine> look(CurrentUser by) {
        permissions.require(by, VIEW_HEALTH);
        return Stream.of(machine.look(), work.look(), List.of(exchange.look()))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(HealthLine::level).reversed())
                .toList();
    }
}
