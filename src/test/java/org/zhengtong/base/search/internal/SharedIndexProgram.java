package org.zhengtong.base.search.internal;

import java.net.URI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Writes notes and follows them into the shared index until it is killed; says of each note when its transaction is over. */
public final class SharedIndexProgram {
    private SharedIndexProgram() {}

    /** Arguments: address, name and password of the database; address of the search server; prefix. */
    public static void main(String[] arguments) {
        var jdbc = JdbcClient.create(new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]));
        var notes = new NotesInSearch(jdbc);
        var index = SharedIndexTest.instance(jdbc, notes, URI.create(arguments[3]), arguments[4]);
        SharedIndexTest.found(index, notes, "");
        System.out.println("answers");
        for (var number = 1; ; number++) {
            notes.put("note" + number, "办件" + number);
            System.out.println("kept " + number);
            System.out.flush();
        }
    }
}
