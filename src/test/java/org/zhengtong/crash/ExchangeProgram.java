package org.zhengtong.crash;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.locks.LockSupport;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.TestNode;
import org.zhengtong.data.exchange.internal.kinds.Notes;

/**
 * A node in a process of its own: carries, and sends numbered notes to another until it is killed. Arguments: its code, port, folder,
 * the database's address, user and password, the other's code, the file of acknowledgements, the first number (0: sends nothing).
 */
public final class ExchangeProgram {

    private ExchangeProgram() {}

    /** Runs until killed. */
    public static void main(String[] arguments) throws Exception {
        var database = new HikariDataSource();
        database.setJdbcUrl(arguments[3]);
        database.setUsername(arguments[4]);
        database.setPassword(arguments[5]);
        database.setMaximumPoolSize(8);
        var other = new NodeCode(arguments[6]);
        var folder = Path.of(arguments[2]);
        var node = TestNode.start(
                arguments[0],
                Clock.system(ZoneId.of("Asia/Shanghai")),
                folder,
                database,
                Integer.parseInt(arguments[1]),
                "zhengtong.jobs.enabled=true",
                "zhengtong.exchange.every=200ms",
                "zhengtong.exchange.longest-pause=1s",
                "zhengtong.exchange.introduction.folder=" + folder.resolve("cards"),
                "zhengtong.exchange.introduction.nodes=" + other + ":PUSH");
        while (node.bean(Nodes.class).find(other).isEmpty()) {
            LockSupport.parkNanos(50_000_000);
        }
        System.out.println("KNOWN");
        System.out.flush();
        send(node, other, Acknowledgements.open(Path.of(arguments[7])), Long.parseLong(arguments[8]));
    }

    private static void send(TestNode node, NodeCode other, Acknowledgements acknowledged, long first) {
        var notes = node.bean(Notes.class);
        var author = Actor.system("exchange");
        for (var number = first; first > 0; number++) {
            notes.send(other, String.valueOf(number), number % 5 == 0, author);
            acknowledged.add("sent", number);
            LockSupport.parkNanos(3_000_000);
        }
        while (true) {
            LockSupport.park();
        }
    }
}
