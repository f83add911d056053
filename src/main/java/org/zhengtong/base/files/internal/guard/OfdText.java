package org.zhengtong.base.files.internal.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.zhengtong.base.packed.PackedFile;
import org.zhengtong.base.packed.PackedXml;

/** The words of a fixed-layout file (OFD, GB/T 33190): the text codes of its pages, in the order of the package. */
final class OfdText {
    private static final int MOST_PAGES = 2_000;
    private static final PackedFile.Limits LIMITS = new PackedFile.Limits(20_000, 64L * 1024 * 1024);

    private OfdText() {}

    static String read(Path file, int most) throws IOException {
        var words = new StringBuilder();
        try (var packed = PackedFile.open(file, LIMITS)) {
            var pages = packed.names().stream()
                    .filter(name -> name.endsWith("/Content.xml"))
                    .limit(MOST_PAGES)
                    .toList();
            for (var page : pages) {
                try (var content = packed.stream(page)) {
                    readPage(content, words, most);
                }
                if (words.length() >= most) {
                    break;
                }
            }
        }
        return words.substring(0, Math.min(words.length(), most));
    }

    private static void readPage(InputStream content, StringBuilder words, int most) throws IOException {
        try {
            var xml = PackedXml.reader(content);
            var inside = false;
            while (xml.hasNext() && words.length() < most) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT ->
                        inside = xml.getLocalName().equals("TextCode");
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (xml.getLocalName().equals("TextObject")) {
                            words.append(' ');
                        }
                        inside = false;
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (inside) {
                            words.append(xml.getText());
                        }
                    }
                    default -> {
                        // comments and the like say nothing
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException("A page of the OFD file cannot be read", broken);
        }
    }
}
