package org.zhengtong.base.trust.internal.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SealPictureTest {

    @Test
    void the_picture_is_red_where_the_star_is_and_clear_where_nothing_is() throws IOException {
        var png = SealPicture.png("济南市市场监督管理局", "行政许可专用章");

        var picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(png.length).isLessThan(30_000);
        assertThat(picture.getWidth()).isEqualTo(picture.getHeight()).isBetween(490, 500);
        var star = new java.awt.Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2), true);
        assertThat(star.getRed()).isGreaterThan(200);
        assertThat(star.getGreen()).isLessThan(40);
        assertThat(new java.awt.Color(picture.getRGB(2, 2), true).getAlpha()).isZero();
    }
}
