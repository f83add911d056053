package org.zhengtong.base.search.internal;

import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.zhengtong.base.search.SearchDocument;

/** A document as it enters the index, under its kind and key. */
@SearchEntity(name = "document")
@Indexed(index = "documents")
@TypeBinding(binder = @TypeBinderRef(type = DocumentBinder.class))
public final class IndexedDocument {
    private final String id;
    private final String kind;
    private final SearchDocument content;

    IndexedDocument(String kind, SearchDocument content) {
        this.id = id(kind, content.key());
        this.kind = kind;
        this.content = content;
    }

    static String id(String kind, String key) {
        return kind + ":" + key;
    }

    /** Kind and key. */
    @DocumentId
    public String getId() {
        return id;
    }

    String kind() {
        return kind;
    }

    SearchDocument content() {
        return content;
    }
}
