package org.zhengtong.base.packed;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks into a workbook (XLSX) that a stranger sent before a library reads it: unpacked for looking only, never kept. A library
 * takes a workbook at its word: a cell that says it stands in column ZZZZZZ takes a gigabyte.
 */
public final class WorkbookGuard {
    private static final PackedFile.Limits LIMITS = new PackedFile.Limits(300, 80L * 1024 * 1024);
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
        // the same directory that the library reads, so that both see the same files
        try (var packed = PackedFile.open(workbook, LIMITS)) {
            for (var name : packed.names()) {
                try (var content = packed.stream(name)) {
                    if (!isHarmless(content)) {
                        return Optional.of(Fault.BROKEN);
                    }
                }
            }
            return packed.has("xl/workbook.xml") && packed.has("[Content_Types].xml")
                    ? Optional.empty()
                    : Optional.of(Fault.NOT_A_WORKBOOK);
        } catch (PackedFault fault) {
            return Optional.of(
                    switch (fault.reason()) {
                        case TOO_BIG, TOO_MANY_FILES -> Fault.TOO_BIG;
                        case NOT_PACKED -> Fault.NOT_A_WORKBOOK;
                        case BROKEN, UNSAFE_NAME, DOUBLE_NAME, HIDDEN_CONTENT, XML -> Fault.BROKEN;
                    });
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.of(Fault.BROKEN);
        }
    }

    /** Reads a part to its end; what looks like XML must be whole, without a document type and with cells that a sheet has. */
    private static boolean isHarmless(InputStream content) throws IOException {
        var head = content.readNBytes(HEAD);
        var harmless = !mayBeXml(head)
                || isHarmlessXml(new SequenceInputStream(new ByteArrayInputStream(head), new KeptOpen(content)));
        // what the parser left is counted too; the stream itself ends with a fault where the limit is reached
        content.transferTo(OutputStream.nullOutputStream());
        return harmless;
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

    /** The parser closes what it read to its end, and the rest is still to be counted. */
    private static final class KeptOpen extends FilterInputStream {

        KeptOpen(InputStream content) {
            super(content);
        }

        @Override
        public void close() {
            // see above
        }
    }
}
