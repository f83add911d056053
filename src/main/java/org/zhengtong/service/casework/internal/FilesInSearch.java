package org.zhengtong.service.casework.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileTexts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.search.ChangeFeed;
import org.zhengtong.base.search.SearchDocument;
import org.zhengtong.base.search.SearchSource;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseSearchKeys;
import org.zhengtong.service.casework.internal.CaseDocumentStore.FileRow;

/** Files handed in with cases, by name and by the words in them, for the staff that may see the case. */
@Component
class FilesInSearch implements SearchSource {
    private final CaseDocumentStore store;
    private final CaseAccess access;
    private final CasesInSearch cases;
    private final FileTexts texts;

    FilesInSearch(CaseDocumentStore store, CaseAccess access, CasesInSearch cases, FileTexts texts) {
        this.store = store;
        this.access = access;
        this.cases = cases;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return CaseSearchKeys.FILE;
    }

    @Override
    public List<String> facets() {
        return cases.facets();
    }

    @Override
    public long count() {
        return store.about("casework.material");
    }

    @Override
    public List<String> keysAfter(String key, int most) {
        return key.isEmpty() ? store.filesAfter(0, 0, most) : store.filesAfter(caseOf(key), positionOf(key), most);
    }

    private static long caseOf(String key) {
        return Long.parseLong(key.substring(0, key.indexOf('/')));
    }

    private static int positionOf(String key) {
        return Integer.parseInt(key.substring(key.indexOf('/') + 1));
    }

    @Override
    public List<SearchDocument> read(Collection<String> keys) {
        var asked = Set.copyOf(keys);
        var ids = asked.stream().map(FilesInSearch::caseOf).collect(Collectors.toSet());
        var rows = store.files(ids).stream()
                .filter(row -> asked.contains(key(row)))
                .toList();
        var known = texts.of(rows.stream()
                .map(FileRow::file)
                .filter(file -> !file.isEmpty())
                .map(FileId::of)
                .toList());
        return rows.stream().map(row -> document(row, known)).toList();
    }

    private static String key(FileRow row) {
        return row.of().id() + "/" + row.position();
    }

    private SearchDocument document(FileRow row, Map<FileId, String> known) {
        var facets = new HashMap<>(cases.facets(row.of()));
        facets.put(CaseSearchKeys.FILE_ID, Set.of(row.file()));
        return new SearchDocument(
                key(row),
                row.name(),
                row.title() + " " + row.of().applicant() + " "
                        + (row.file().isEmpty() ? "" : known.getOrDefault(FileId.of(row.file()), "")),
                Set.of(),
                facets,
                CaseAccess.readersOf(row.of()),
                0,
                row.of().filedAt());
    }

    @Override
    public Set<String> passesOf(@Nullable CurrentUser reader) {
        return access.passesOf(reader);
    }

    @Override
    public List<ChangeFeed> feeds() {
        return List.of(new Events(store), new Texts(store, texts));
    }

    /** What happened to the cases of the files. */
    private record Events(CaseDocumentStore store) implements ChangeFeed {
        @Override
        public String name() {
            return "events";
        }

        @Override
        public long latest() {
            return store.latestEvent();
        }

        @Override
        public Page after(long position, int most) {
            return store.filesChangedAfter(position, most);
        }
    }

    /** Files whose words were read some time after they arrived. */
    private record Texts(CaseDocumentStore store, FileTexts texts) implements ChangeFeed {
        @Override
        public String name() {
            return "texts";
        }

        @Override
        public long latest() {
            return texts.latest();
        }

        @Override
        public Page after(long position, int most) {
            var read = texts.readAfter(position, most);
            var inCases = read.stream()
                    .flatMap(each -> CaseNumber.ownerOf(each.owner())
                            .map(number -> new Change(each.position(), CaseKey.of(number) + "/" + each.file()))
                            .stream())
                    .toList();
            return new Page(
                    read.isEmpty() ? position : read.getLast().position(),
                    inCases.isEmpty() ? List.of() : store.placesOf(inCases));
        }
    }
}
