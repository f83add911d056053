package org.zhengtong.data.connectors;

import java.util.List;
import org.zhengtong.base.audit.Actor;

/** Sources, contracts and runs: how data of departments' own systems come into registers. */
public interface Connectors {

    /** Permission to look at the sources of one's department and at their runs. */
    String VIEW_SOURCE = "connectors.view_source";

    /** Permission to set up sources, contracts and mappings, and to run them. */
    String EDIT_SOURCE = "connectors.edit_source";

    long add(Source.Draft draft, Actor by);

    void change(long source, Source.Draft draft, Actor by);

    /** Tries to reach the source as a run would, and keeps what came of it. Not within a transaction. */
    Source.Tested test(Source source, Actor by);

    /** Confirms the key that the other machine showed at the last test; false when it showed another one by now, or none. */
    boolean confirmKey(Source source, String key, Actor by);

    long add(long source, Contract.Draft draft, Actor by);

    void change(long contract, Contract.Draft draft, Actor by);

    /** Lets a contract rest, or wakes it. */
    void pause(long contract, boolean paused, Actor by);

    /** Keeps a new version of a contract's mapping, with the columns that the source has now. */
    int map(long contract, List<Mapping.Rule> rules, List<Contract.SourceColumn> columns, Actor by);

    /** Makes a new key for pushing, which replaces the one before; it is shown once. */
    String newKey(long source, Actor by);
}
