package org.zhengtong.data.registers.internal.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Cells of a sheet that are merged downwards: the rows below the first have its value. */
final class MergedCells {

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");
    private static final long LARGEST_SHEET = 4L << 30;
    private static final long LARGEST_TEXTS = 400L << 20;
    private static final int MOST = 100_000;

    private final List<Block> blocks;
    private final Map<Block, @Nullable String> values = new HashMap<>();
    private int begun;

    /** Rows and columns, both ends included, from 1 and from 0. */
    private record Block(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    private MergedCells(List<Block> blocks) {
        this.blocks = blocks;
    }

    static MergedCells of(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var texts = zip.getEntry("xl/sharedStrings.xml");
            if (texts != null) {
                try (var bytes = new Counted(zip.getInputStream(texts), LARGEST_TEXTS)) {
                    bytes.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            var sheet = zip.getEntry("xl/worksheets/sheet1.xml");
            if (sheet == null) {
                return new MergedCells(List.of());
            }
            try (var bytes = new Counted(zip.getInputStream(sheet), LARGEST_SHEET)) {
                return new MergedCells(blocks(bytes));
            }
        } catch (ZipException | XMLStreamException wrong) {
            throw new IOException(wrong);
        }
    }

    private static List<Block> blocks(InputStream sheet) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(sheet);
        var blocks = new ArrayList<Block>();
        while (reader.hasNext() && blocks.size() < MOST) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("mergeCell")) {
                var range = RANGE.matcher(String.valueOf(reader.getAttributeValue(null, "ref")));
                if (range.matches()) {
                    blocks.add(new Block(
                            Integer.parseInt(range.group(2)),
                            Integer.parseInt(range.group(4)),
                            column(range.group(1)),
                            column(range.group(3))));
                }
            }
        }
        blocks.removeIf(block -> block.firstRow() == block.lastRow());
        blocks.sort(java.util.Comparator.comparingInt(Block::firstRow));
        return blocks;
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1) - 1;
    }

    /** Rows come in order: blocks that begin here are remembered, those that ended are forgotten. */
    void fill(int row, @Nullable String[] cells) {
        while (begun < blocks.size() && blocks.get(begun).firstRow() <= row) {
            var block = blocks.get(begun++);
            if (block.firstColumn() < cells.length) {
                values.put(block, cells[block.firstColumn()]);
            }
        }
        values.keySet().removeIf(block -> block.lastRow() < row);
        values.forEach((block, value) -> {
            if (block.firstRow() < row
                    && block.firstColumn() == block.lastColumn()
                    && block.firstColumn() < cells.length) {
                cells[block.firstColumn()] = value;
            }
        });
    }

    /** Bytes that may not be more than so many: a file made to fill the memory ends here. */
    private static final class Counted extends FilterInputStream {

        private long left;

        Counted(InputStream bytes, long most) {
            super(bytes);
            left = most;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("The workbook unpacks to more than is read");
            }
        }
    }
}
