package org.zhengtong.base.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.search.SearchHit;
import org.zhengtong.base.search.SearchOutcome.Count;
import org.zhengtong.base.search.SearchOutcome.Found;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.testing.RoomDatabase;

/** What one index finds, for whom, and how it keeps up with its database. */
class FindingTest {
    private static final Synonyms SYNONYMS =
            new Synonyms(List.of(List.of("企业设立登记", "开公司", "注册公司"), List.of("最低生活保障", "低保")));

    @TempDir
    private Path folder;

    private static final javax.sql.DataSource database = RoomDatabase.with("search");

    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SnapshotStore snapshots = new SnapshotStore(jdbc);
    private final NotesInSearch notes = new NotesInSearch(jdbc);
    private IndexWriting writing;

    @BeforeEach
    void make() {
        NotesInSearch.makeTables(jdbc);
        notes.put("n1", "企业设立登记", "在济南设立有限责任公司，需要公司章程和租赁合同", "d1", "everybody");
        notes.put("n2", "最低生活保障", "家庭人均收入低于标准的居民", "d2", "everybody");
        notes.put("n3", "济南泉汐信息科技有限公司设立", "王海燕提交的申请", "d1", "staff");
        build();
    }

    private void build() {
        writing = IndexWriting.build(made(), 1, List.of(notes), snapshots, _ -> {});
        shown();
    }

    /** A new, empty index. */
    IndexGeneration made() {
        return FolderIndex.open(folder);
    }

    /** The same index opened again. */
    IndexGeneration openedAgain() {
        return FolderIndex.open(folder);
    }

    /** The positions that lie with it. */
    IndexPositions kept(IndexGeneration index) {
        return IndexPositions.read(folder).orElseThrow();
    }

    /** Lets questions find what was written. */
    void shown() {}

    /** The test is over. */
    void end(IndexGeneration index) {
        index.close();
    }

    final IndexGeneration index() {
        return writing.index();
    }

    private void follow() {
        writing.follow();
        shown();
    }

    @AfterEach
    void close() {
        end(writing.index());
        jdbc.sql("drop table note, change").update();
    }

    private Found find(String text) {
        return find(text, Map.of());
    }

    private Found find(String text, Map<String, Set<String>> filters) {
        var request = new SearchRequest(text, Set.of(), filters, null, 0, 10);
        return writing.index().ask(new Question(request, Asked.of(text, SYNONYMS), List.of(notes))::put);
    }

    private static List<String> keys(Found found) {
        return found.hits().stream().map(SearchHit::key).toList();
    }

    @Test
    void finds_official_words_by_everyday_words_and_says_so() {
        var found = find("开公司");

        assertThat(keys(found)).containsExactly("n1");
        assertThat(found.synonyms()).contains("企业设立登记");
        assertThat(found.loose()).isFalse();
        assertThat(keys(find("低保"))).containsExactly("n2");
    }

    @Test
    void marks_what_was_looked_for_in_title_and_text() {
        var hit = find("租赁合同").hits().getFirst();

        assertThat(hit.excerpt().stream().filter(SearchHit.Piece::marked).map(SearchHit.Piece::text))
                .containsExactly("租赁合同");
        assertThat(hit.title().stream().map(SearchHit.Piece::text).collect(Collectors.joining()))
                .isEqualTo("企业设立登记");
    }

    @Test
    void finds_names_that_no_dictionary_knows() {
        notes.passes = Set.of("everybody", "staff");

        assertThat(keys(find("泉汐"))).containsExactly("n3");
        assertThat(keys(find("海燕"))).containsExactly("n3");
    }

    @Test
    void not_even_a_count_tells_of_what_the_reader_may_not_see() {
        assertThat(find("设立").total()).isEqualTo(1);
        assertThat(find("设立").facets().get("department")).containsExactly(new Count("d1", 1));
        assertThat(find("泉汐").total()).isZero();

        notes.passes = Set.of("everybody", "staff");
        assertThat(find("设立").facets().get("department")).containsExactly(new Count("d1", 2));

        notes.passes = Set.of();
        assertThat(find("设立").total()).isZero();
        assertThat(find("").total()).isZero();
        assertThat(find("").facets().values()).allMatch(List::isEmpty);
    }

    @Test
    void narrows_by_facets_and_counts_what_is_left() {
        assertThat(find("", Map.of("department", Set.of("d2"))).total()).isEqualTo(1);
        assertThat(find("设立", Map.of("department", Set.of("d2"))).total()).isZero();
        assertThat(find("").facets().get("kind")).containsExactly(new Count("note", 2));
    }

    @Test
    void shows_what_holds_most_of_the_words_when_nothing_holds_all() {
        var found = find("企业设立登记手续怎么办");

        assertThat(found.loose()).isTrue();
        assertThat(keys(found)).startsWith("n1");
    }

    @Test
    void finds_by_the_beginning_of_a_code() {
        notes.put("370104202603020017X", "一个办件");
        follow();

        assertThat(keys(find("370104-2026"))).isEmpty();
        assertThat(keys(find("3701042026"))).containsExactly("370104202603020017X");
        assertThat(keys(find("３７０１０４２０２６０３０２００１７ｘ"))).containsExactly("370104202603020017X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "?",
                ".*",
                "(((",
                "[a-z]{1,99999}",
                "\"",
                "\\",
                "title:*",
                "+ - && || !",
                "~2^9",
                "设立*",
                "\u0000\uFFFF",
                "%",
                "' or 1=1 --",
                "_exists_:kind",
                "/.*/"
            })
    void characters_that_command_other_engines_mean_nothing_here(String text) {
        assertThat(find(text)).isNotNull();
        assertThat(find(text).total()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_question_of_ten_thousand_characters_is_answered_like_its_beginning() {
        assertThat(find("设立".repeat(5_000))).isNotNull();
        assertThat(find("企业设立登记 " + "设 ".repeat(5_000)).total()).isLessThanOrEqualTo(1);
        assertThat(find("\uD83D\uDE00".repeat(5_000)).total()).isLessThanOrEqualTo(2);
    }

    @Test
    void an_empty_question_gives_everything_the_reader_may_see() {
        assertThat(find("").total()).isEqualTo(2);
        assertThat(find("   ").total()).isEqualTo(2);
    }

    @Test
    void follows_changes_and_removals() {
        notes.put("n4", "出生医学证明");
        notes.remove("n2");
        notes.put("n1", "企业注销登记");

        follow();

        assertThat(keys(find("出生"))).containsExactly("n4");
        assertThat(find("低保").total()).isZero();
        assertThat(keys(find("注销"))).containsExactly("n1");
    }

    @Test
    void does_not_miss_who_took_a_position_early_and_committed_late() throws Exception {
        var slow = new TransactionTemplate(new DataSourceTransactionManager(database));
        var first = new java.util.concurrent.CountDownLatch(1);
        var go = new java.util.concurrent.CountDownLatch(1);
        var late = Thread.ofPlatform()
                .start(() -> slow.executeWithoutResult(_ -> {
                    notes.put("late", "教师资格认定");
                    first.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    }
                }));
        first.await();
        notes.put("early", "护士执业注册");
        writing.follow();
        follow();
        assertThat(keys(find("护士"))).containsExactly("early");
        assertThat(find("教师资格").total()).isZero();

        go.countDown();
        late.join();
        writing.follow();
        follow();

        assertThat(keys(find("教师资格"))).containsExactly("late");
    }

    @Test
    void goes_on_where_it_stood_when_it_is_opened_again() {
        writing.follow();
        writing.index().close();
        notes.put("n5", "居住证");

        var again = openedAgain();
        writing = IndexWriting.resume(again, kept(again), List.of(notes), snapshots);
        follow();

        assertThat(keys(find("居住证"))).containsExactly("n5");
        assertThat(keys(find("开公司"))).containsExactly("n1");
    }
}
