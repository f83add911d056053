package org.zhengtong.base.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhengtong.base.packed.PackedFile;

/** Merged cells of an XLSX sheet: what stands in the first of them is meant for all. */
final class MergedCells {
    private static final int MOST = 20_000;
    private static final PackedFile.Limits LIMITS = new PackedFile.Limits(300, 80L * 1024 * 1024);
    private static final int MOST_CELLS = 1_000_000;
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");
    private static final XMLInputFactory XML = factory();

    private record Range(int left, int top, int right, int bottom) {}

    private MergedCells() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The lines of the sheet with this relation id, empty merged cells filled from the first of their group. */
    static List<SheetLines.Line> filled(byte[] book, String relation, List<SheetLines.Line> lines) throws IOException {
        var target = target(book, relation);
        var ranges = target.isEmpty() ? List.<Range>of() : ranges(book, target);
        if (ranges.isEmpty()) {
            return lines;
        }
        var cells = new TreeMap<Integer, ArrayList<String>>();
        lines.forEach(line -> cells.put(line.number(), new ArrayList<>(line.cells())));
        var left = MOST_CELLS;
        for (var range : ranges) {
            left = fill(range, cells, left);
        }
        return cells.entrySet().stream()
                .map(line -> new SheetLines.Line(line.getKey(), line.getValue()))
                .toList();
    }

    /** Fills a group and says how many cells may still be looked at: a small file can merge the whole sheet 20 000 times. */
    private static int fill(Range range, SortedMap<Integer, ArrayList<String>> cells, int most) throws IOException {
        var first = cells.get(range.top());
        var value = first == null || first.size() <= range.left() ? "" : first.get(range.left());
        if (value.isBlank()) {
            return most;
        }
        var left = most;
        for (var line : cells.subMap(range.top(), range.bottom() + 1).values()) {
            left -= range.right() - range.left() + 1;
            if (left < 0) {
                throw new IOException("More than " + MOST_CELLS + " merged cells");
            }
            for (var column = range.left(); column <= range.right(); column++) {
                while (line.size() <= column) {
                    line.add("");
                }
                if (line.get(column).isBlank()) {
                    line.set(column, value);
                }
            }
        }
        return left;
    }

    /** Where in the file the sheet with this relation stands. */
    private static String target(byte[] book, String relation) throws IOException {
        return read(book, "xl/_rels/workbook.xml.rels", xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && relation.equals(xml.getAttributeValue(null, "Id"))) {
                    var target = xml.getAttributeValue(null, "Target");
                    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
                }
            }
            return "";
        });
    }

    private static List<Range> ranges(byte[] book, String target) throws IOException {
        var found = new ArrayList<Range>();
        read(book, target, xml -> {
            while (xml.hasNext() && found.size() < MOST) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("mergeCell")) {
                    var range = RANGE.matcher(String.valueOf(xml.getAttributeValue(null, "ref")));
                    if (range.matches()) {
                        found.add(new Range(
                                column(range.group(1)),
                                Integer.parseInt(range.group(2)),
                                Math.min(column(range.group(3)), column(range.group(1)) + 200),
                                Integer.parseInt(range.group(4))));
                    }
                }
            }
            return "";
        });
        return found;
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1) - 1;
    }

    private interface Reading {
        String read(XMLStreamReader xml) throws XMLStreamException;
    }

    private static String read(byte[] book, String path, Reading reading) throws IOException {
        // by the directory at the end: the heads before each part say no sizes in the workbooks that we write ourselves
        try (var packed = PackedFile.open(book, LIMITS)) {
            return packed.has(path) ? reading.read(XML.createXMLStreamReader(packed.stream(path))) : "";
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }
}
