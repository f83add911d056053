package org.zhengtong.service.crossing.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.service.casework.CaseNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of cases that crossed. A file has another id at each node; both are noted, so each travels once, and a copy names
 * files as the other node does.
 */
@Component
class PassedFiles {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CASE = "case";
    private static final String LICENSE = "license";
    private static final String FURTHER = "licenses";
    private static final List<String> COLUMNS = List.of("file_id", "ofd_file_id");

    private final FileStorage files;
    private final PassedFileStore store;

    PassedFiles(FileStorage files, PassedFileStore store) {
        this.files = files;
        this.store = store;
    }

    /** A head that names files as the other node does, and those it does not have yet. */
    record Packed(ObjectNode head, List<InputStreamSource> contents) {}

    /** Packs the files of the case that the head names; {@code withMaterials} when it goes to whoever handles it. */
    Packed pack(CaseNumber number, ObjectNode head, boolean withMaterials) {
        var wanted = new LinkedHashMap<String, FileOwner>();
        if (withMaterials) {
            head.at("/case/materials")
                    .forEach(one -> wanted.put(one.path("file").asString(""), ofCase(number)));
        }
        head.at("/case/documents").forEach(one -> wanted.put(one.path("file").asString(""), ofCase(number)));
        for (var license : licenses(head)) {
            for (var column : COLUMNS) {
                if (license.hasNonNull(column)) {
                    wanted.put(license.path(column).asString(""), ofLicense(license));
                }
            }
        }
        var known = store.known(number.value());
        var list = head.putArray(Parcel.FILES);
        var contents = new ArrayList<InputStreamSource>();
        wanted.forEach((id, owner) -> {
            if (!known.containsKey(id)) {
                var file = files.require(FileId.of(id), owner);
                list.add(line(head, file, owner));
                contents.add(files.content(file));
                store.sent(number.value(), id);
            }
        });
        return new Packed(renamed(head, known), contents);
    }

    private static ObjectNode line(ObjectNode head, StoredFile file, FileOwner owner) {
        return head.objectNode()
                .put("id", file.id().toString())
                .put("owner", owner.room().equals(LICENSE) ? LICENSE : CASE)
                .put("name", file.name())
                .put("type", file.mediaType().toString())
                .put("size", file.size())
                .put("digest", file.digest());
    }

    /** Puts the licences of a case into a head: the first where a case has had one from the beginning, a bundle's others beside it. */
    static void put(ObjectNode head, List<ObjectNode> licenses) {
        licenses.stream().limit(1).forEach(first -> head.set(LICENSE, first));
        licenses.stream().skip(1).forEach(one -> head.withArray(FURTHER).add(one));
    }

    /** The licences that a head has. */
    static List<ObjectNode> licenses(JsonNode head) {
        var found = new ArrayList<ObjectNode>();
        if (head.path(LICENSE) instanceof ObjectNode first) {
            found.add(first);
        }
        head.path(FURTHER).forEach(one -> {
            if (one instanceof ObjectNode further) {
                found.add(further);
            }
        });
        return found;
    }

    /** Whose file it is: that of the licence that names it, else of the first. */
    private static FileOwner ofLicense(JsonNode head, String file) {
        return licenses(head).stream()
                .filter(one -> COLUMNS.stream()
                        .anyMatch(column -> one.path(column).asString("").equals(file)))
                .findFirst()
                .map(PassedFiles::ofLicense)
                .orElseGet(() -> ofLicense(head.path(LICENSE)));
    }

    private static FileOwner ofCase(CaseNumber number) {
        return new FileOwner("casework", "case/" + number.value());
    }

    private static FileOwner ofLicense(JsonNode license) {
        return new FileOwner(LICENSE, license.path("identifier").asString(""));
    }

    private static ObjectNode renamed(ObjectNode head, Map<String, String> names) {
        var text = JSON.writeValueAsString(head);
        for (var name : names.entrySet()) {
            if (!name.getValue().isEmpty()) {
                text = text.replace(name.getKey(), name.getValue());
            }
        }
        return (ObjectNode) JSON.readTree(text);
    }

    /** Files that arrived, and the head naming them as this node does; {@code refused} names one that cannot be kept. */
    record Unpacked(
            ObjectNode head,
            List<StoredFile> kept,
            @Nullable String refused) {}

    /** Keeps the files of a parcel. */
    Unpacked unpack(CaseNumber number, Parcel parcel) throws IOException {
        var kept = new ArrayList<StoredFile>();
        for (var line : parcel.head().path(Parcel.FILES)) {
            var name = line.path("name").asString("");
            var file = keep(number, parcel, line, name);
            if (file == null) {
                release(kept);
                return new Unpacked(parcel.head(), List.of(), name);
            }
            kept.add(file);
            store.arrived(number.value(), file.id().toString(), line.path("id").asString(""));
        }
        return new Unpacked(renamed(parcel.head(), store.byTheirName(number.value())), kept, null);
    }

    private @Nullable StoredFile keep(CaseNumber number, Parcel parcel, JsonNode line, String name) throws IOException {
        var size = line.path("size").asLong(-1);
        if (size < 1) {
            return null;
        }
        var owner = line.path("owner").asString("").equals(LICENSE)
                ? ofLicense(parcel.head(), line.path("id").asString(""))
                : ofCase(number);
        try (var content = parcel.next(size)) {
            var type = MediaType.parseMediaType(line.path("type").asString(""));
            var upload = new FileUpload(name, type.toString(), () -> content, owner, "crossing");
            return files.store(upload, new FileRules(Set.of(type), size, Integer.MAX_VALUE))
                                    instanceof StoreOutcome.Stored(var file)
                            && file.digest().equals(line.path("digest").asString(""))
                    ? file
                    : null;
        } catch (InvalidMediaTypeException unknown) {
            return null;
        }
    }

    /** What was kept is not needed after all. */
    void release(List<StoredFile> kept) {
        kept.forEach(file -> files.release(file.id(), file.owner()));
    }
}
