package org.zhengtong.service.license.internal;

import java.awt.Color;
import org.openpdf.text.pdf.PdfContentByte;

/** The frame of a licence: two lines with a band of window lattice between them, and fine waves over the paper. */
final class LicenseFrame {

    private static final float WIDTH = 842;
    private static final float HEIGHT = 595;
    private static final float OUTER = 24;
    private static final float BAND = 15;
    private static final Color GOLD = new Color(0xB0, 0x8D, 0x3E);
    private static final Color LATTICE = new Color(0xC9, 0xAE, 0x6E);
    private static final Color WAVE = new Color(0xF3, 0xEC, 0xDB);

    private final PdfContentByte canvas;

    LicenseFrame(PdfContentByte canvas) {
        this.canvas = canvas;
    }

    void draw() {
        waves();
        rectangle(OUTER, 2.2f, GOLD);
        rectangle(OUTER + 3.5f, 0.5f, GOLD);
        lattice();
        rectangle(OUTER + 5 + BAND + 2, 0.5f, GOLD);
        rectangle(OUTER + 5 + BAND + 4.5f, 1.2f, GOLD);
    }

    private void waves() {
        canvas.setColorStroke(WAVE);
        canvas.setLineWidth(0.5f);
        var inner = OUTER + BAND + 12;
        for (var row = 0; row < 58; row++) {
            var base = inner + 8 + row * 8.2f;
            for (var phase = 0; phase < 2; phase++) {
                wave(base, phase * Math.PI, inner);
            }
        }
        canvas.stroke();
    }

    private void wave(float base, double phase, float inner) {
        if (base > HEIGHT - inner - 6) {
            return;
        }
        for (var x = inner; x <= WIDTH - inner; x += 6) {
            var y = base + 5 * (float) Math.sin(x / 26.0 + phase) * (float) Math.cos(x / 190.0);
            if (x == inner) {
                canvas.moveTo(x, y);
            } else {
                canvas.lineTo(x, y);
            }
        }
    }

    private void rectangle(float inset, float width, Color color) {
        canvas.setColorStroke(color);
        canvas.setLineWidth(width);
        canvas.rectangle(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset);
        canvas.stroke();
    }

    /** Squares within squares, joined at their middles: the ice-free form of a carved window. */
    private void lattice() {
        canvas.setColorStroke(LATTICE);
        canvas.setLineWidth(0.7f);
        var start = OUTER + 5;
        var across = Math.round((WIDTH - 2 * start) / BAND);
        var up = Math.round((HEIGHT - 2 * start) / BAND);
        var stepX = (WIDTH - 2 * start) / across;
        var stepY = (HEIGHT - 2 * start) / up;
        for (var cell = 0; cell < across; cell++) {
            cell(start + cell * stepX, start, stepX, stepY);
            cell(start + cell * stepX, HEIGHT - start - stepY, stepX, stepY);
        }
        for (var cell = 1; cell < up - 1; cell++) {
            cell(start, start + cell * stepY, stepX, stepY);
            cell(WIDTH - start - stepX, start + cell * stepY, stepX, stepY);
        }
        canvas.stroke();
    }

    private void cell(float x, float y, float width, float height) {
        var gap = 2.2f;
        canvas.rectangle(x + gap, y + gap, width - 2 * gap, height - 2 * gap);
        canvas.rectangle(x + width * 0.34f, y + height * 0.34f, width * 0.32f, height * 0.32f);
        spoke(x + width / 2, y + gap, 0, height * 0.34f - gap);
        spoke(x + width / 2, y + height - gap, 0, gap - height * 0.34f);
        spoke(x + gap, y + height / 2, width * 0.34f - gap, 0);
        spoke(x + width - gap, y + height / 2, gap - width * 0.34f, 0);
    }

    private void spoke(float x, float y, float right, float up) {
        canvas.moveTo(x, y);
        canvas.lineTo(x + right, y + up);
    }
}
