package org.zhengtong.base.files;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks into a workbook (XLSX) that a stranger sent before a library reads it: unpacked for looking only, never kept. A library
 * takes a workbook at its word: a cell that says it stands in column ZZZZZZ takes a gigabyte.
 */
public final class WorkbookGuard {
    private static final long MOST_BYTES = 80L * 1024 * 1024;
    private static final int MOST_FILES = 300;
    private static final int HEAD = 512;
    private static final Pattern CELL = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");

    private WorkbookGuard() {}

    /** What is wrong with a workbook. */
    public enum Fault {
        /** No XLSX at all, or one with a password. */
        NOT_A_WORKBOOK,
        /** Damaged, or made to do damage. */
        BROKEN,
        /** Unpacks to more than it may. */
        TOO_BIG
    }

    /** What is wrong with it; empty when it may be read. */
    public static Optional<Fault> fault(byte[] workbook) {
        var names = new HashSet<String>();
        var left = MOST_BYTES;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            // the same directory that the library reads, so that both see the same files
            for (var entry : Collections.list(zip.getEntries())) {
                if (!names.add(entry.getName()) || names.size() > MOST_FILES) {
                    return Optional.of(names.size() > MOST_FILES ? Fault.TOO_BIG : Fault.BROKEN);
                }
                try (var packed = zip.getInputStream(entry)) {
                    var content = new Counted(packed, left);
                    if (!isHarmless(content)) {
                        return Optional.of(content.left < 0 ? Fault.TOO_BIG : Fault.BROKEN);
                    }
                    left = content.left;
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.of(startsAsZip(workbook) ? Fault.BROKEN : Fault.NOT_A_WORKBOOK);
        }
        return names.contains("xl/workbook.xml") && names.contains("[Content_Types].xml")
                ? Optional.empty()
                : Optional.of(Fault.NOT_A_WORKBOOK);
    }

    private static boolean startsAsZip(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K';
    }

    /** Reads a part to its end; what looks like XML must be whole, without a document type and with cells that a sheet has. */
    private static boolean isHarmless(Counted content) throws IOException {
        var head = content.readNBytes(HEAD);
        var part = new SequenceInputStream(new ByteArrayInputStream(head), content);
        var harmless = !mayBeXml(head) || isHarmlessXml(part);
        content.transferTo(OutputStream.nullOutputStream());
        return harmless && content.left >= 0;
    }

    /** In any encoding: pictures and the like have another first character. */
    private static boolean mayBeXml(byte[] head) {
        for (var octet : head) {
            if (octet == '<') {
                return true;
            }
            if (octet > ' ') {
                return false;
            }
        }
        return head.length == HEAD;
    }

    private static boolean isHarmlessXml(InputStream part) {
        try {
            // the parser that the library uses, so that both read the same
            var xml = new InputFactoryImpl().createXMLStreamReader(part);
            while (xml.hasNext()) {
                var kind = xml.next();
                if (kind == XMLStreamConstants.DTD
                        || kind == XMLStreamConstants.START_ELEMENT
                                && xml.getLocalName().equals("c")
                                && !isCell(xml)) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException | RuntimeException broken) {
            return false;
        }
    }

    private static boolean isCell(XMLStreamReader cell) {
        for (var at = 0; at < cell.getAttributeCount(); at++) {
            if (cell.getAttributeLocalName(at).equals("r")
                    && !CELL.matcher(cell.getAttributeValue(at)).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Ends where more was unpacked than may be; {@code left} is negative then. */
    private static final class Counted extends FilterInputStream {
        private long left;

        Counted(InputStream content, long left) {
            super(content);
            this.left = left;
        }

        @Override
        public void close() {
            // the parser closes what it read to its end, and the rest is still to be counted
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int most) throws IOException {
            var read = left < 0 ? -1 : super.read(target, offset, most);
            left -= Math.max(0, read);
            return read;
        }
    }
}
