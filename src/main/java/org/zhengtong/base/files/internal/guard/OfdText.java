package org.zhengtong.base.files.internal.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The words of a fixed-layout file (OFD, GB/T 33190): the text codes of its pages, in the order of the package. */
final class OfdText {
    private static final int MOST_PAGES = 2_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private OfdText() {}

    static String read(Path file, int most) throws IOException {
        var words = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            var pages = zip.stream().filter(OfdText::isPage).limit(MOST_PAGES).toList();
            var left = MOST_BYTES;
            for (var page : pages) {
                try (var content = new Limited(zip.getInputStream(page), left)) {
                    readPage(content, words, most);
                    left = content.left;
                }
                if (words.length() >= most) {
                    break;
                }
            }
        }
        return words.substring(0, Math.min(words.length(), most));
    }

    private static boolean isPage(ZipEntry entry) {
        return entry.getName().endsWith("/Content.xml");
    }

    private static void readPage(InputStream content, StringBuilder words, int most) throws IOException {
        try {
            var xml = factory().createXMLStreamReader(content);
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

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Refuses to unpack more than so many bytes of one file. */
    private static final class Limited extends java.io.FilterInputStream {
        private long left;

        Limited(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var octet = super.read();
            counted(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return counted(super.read(target, offset, length));
        }

        private int counted(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("The OFD file unpacks to more than it may");
            }
            return read;
        }
    }
}
