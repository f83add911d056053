package org.zhengtong.base.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.search.SearchOutcome.Found;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.base.search.SearchSource;
import org.zhengtong.testing.RoomDatabase;

/** Two instances of the program on one database, even on one folder: both find the same, and one goes on without the other. */
class TwoInstancesTest {
    @TempDir
    private Path folder;

    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("search"));
    private final NotesInSearch notes = new NotesInSearch(jdbc);

    private OwnIndex instance() {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("notes", notes);
        return new OwnIndex(
                folder, beans.getBeanProvider(SearchSource.class), new SnapshotStore(jdbc), new EditionStore(jdbc));
    }

    private long found(OwnIndex instance, String text) {
        var request = new SearchRequest(text, Set.of(), Map.of(), null, 0, 10);
        var question = new Question(request, Asked.of(text, new Synonyms(List.of())), List.of(notes));
        // each time it waits a while for an index that is being opened
        for (var turn = 0; turn < 5; turn++) {
            var found = instance.<Found>ask(question::put);
            if (found.isPresent()) {
                return found.get().total();
            }
        }
        throw new IllegalStateException("No index was opened");
    }

    @Test
    void both_follow_the_same_database_each_with_an_index_of_its_own() throws Exception {
        NotesInSearch.makeTables(jdbc);
        notes.put("a", "居住证");
        var one = instance();
        var other = instance();
        assertThat(found(one, "居住证")).isEqualTo(1);
        assertThat(found(other, "居住证")).isEqualTo(1);
        assertThat(folder.resolve("search/instance-0")).isDirectory();
        assertThat(folder.resolve("search/instance-1")).isDirectory();

        notes.put("b", "出生医学证明");
        assertThat(found(one, "出生")).isEqualTo(1);
        one.destroy();
        notes.put("c", "教师资格认定");

        assertThat(found(other, "出生")).isEqualTo(1);
        assertThat(found(other, "教师资格")).isEqualTo(1);
        var again = instance();
        assertThat(found(again, "教师资格")).isEqualTo(1);
        again.destroy();
        other.destroy();
    }

    @Test
    void an_index_ahead_of_a_restored_database_is_made_anew() throws Exception {
        NotesInSearch.makeTables(jdbc);
        notes.put("a", "居住证");
        notes.put("b", "出生医学证明");
        var one = instance();
        assertThat(found(one, "出生")).isEqualTo(1);
        one.destroy();
        jdbc.sql("drop table note, change").update();
        NotesInSearch.makeTables(jdbc);
        notes.put("c", "教师资格认定");

        var again = instance();

        assertThat(found(again, "教师资格")).isEqualTo(1);
        assertThat(found(again, "出生")).isZero();
        again.destroy();
    }

    @Test
    void the_old_index_answers_while_a_new_one_is_made() throws Exception {
        NotesInSearch.makeTables(jdbc);
        notes.put("a", "居住证");
        notes.put("b", "居住证变更");
        var one = instance();
        assertThat(found(one, "居住证")).isEqualTo(2);
        var meanwhile = new java.util.ArrayList<Long>();

        one.rebuild(new EditionStore(jdbc).raise(), _ -> meanwhile.add(found(one, "居住证")));

        assertThat(meanwhile).containsExactly(2L);
        assertThat(found(one, "居住证")).isEqualTo(2);
        notes.remove("b");
        assertThat(found(one, "居住证")).isEqualTo(1);
        one.destroy();
    }
}
