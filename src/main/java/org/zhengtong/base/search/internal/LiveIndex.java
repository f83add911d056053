package org.zhengtong.base.search.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.zhengtong.base.search.SearchSource;

/** The index that answers: opened at the first question, following the database, made anew beside the one that answers. */
interface LiveIndex {
    /** What it is made from. */
    List<SearchSource> sources();

    /** Documents that a making in hand has put in. */
    long done();

    /** About how many there will be. */
    long total();

    /** Asks with what happened until a moment ago, waiting a while; empty when no index is open yet. */
    <T> Optional<T> ask(Function<SearchMapping, T> question);

    /** Asks what is open, without waiting; empty when nothing is, and its opening begins. */
    <T> Optional<T> askAtOnce(Function<SearchMapping, T> question);

    /** Makes the index anew unless it is of this edition already; tells of how many more documents are in. */
    void rebuild(int edition, LongConsumer progress);
}
