package org.zhengtong.data.connectors;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.data.connectors.internal.store.ContractStore;

/** Runs a contract as a program of its own and says each chunk; made to be killed. */
public final class RunningProgram {

    static final long CONTRACT = 1;

    private RunningProgram() {}

    /** Address, user and password of both databases, and a folder. */
    public static void main(String[] arguments) {
        var database = new DriverManagerDataSource(arguments[0], arguments[2], arguments[3]);
        var theirs = new DriverManagerDataSource(arguments[1], arguments[2], arguments[3]);
        var room = ConnectorsFixtures.on(database, Path.of(arguments[4]));
        if (room.bean(ContractStore.class).find(CONTRACT).isEmpty()) {
            var contract = room.contract(
                    room.database(theirs, arguments[3], arguments[2]),
                    Map.of("table", "person", "mode", "CHANGED", "key", "id", "change", "version"),
                    new Contract.Plan("", null, 0, Duration.ZERO));
            room.map(contract, List.of(), Map.of("number", "number", "name", "name"));
        }
        room.jobs().tell(rows -> System.out.println("CHUNK " + rows));
        var run = room.run(CONTRACT);
        System.out.println("DONE " + run);
        System.exit(run.state() == Run.State.DONE ? 0 : 1);
    }
}
