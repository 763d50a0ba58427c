package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.opencv.MatScope;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class MeshTest {
    private static final int WIDTH_PX = 131;
    private static final int HEIGHT_PX = 97;
    private static final int COLUMNS = 9;
    private static final int ROWS = 7;
    // OpenCV rounds its own weights of values up to 1 to float, too.
    private static final float ROUNDING = 2e-5f;

    @Test
    void runs_between_its_cells_as_a_resized_picture_does() {
        var random = new SplittableRandom(3);
        float[] values = new float[COLUMNS * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        var mesh = new Mesh(COLUMNS, ROWS, values);
        try (var mats = new MatScope()) {
            Mat few = mats.own(new Mat(ROWS, COLUMNS, CvType.CV_32F));
            few.put(0, 0, values);
            Mat full = mats.mat();
            Imgproc.resize(few, full, new Size(WIDTH_PX, HEIGHT_PX), 0, 0, Imgproc.INTER_LINEAR);
            float[] expected = DotFinder.pixelsOf(full);

            for (int left : new int[] {0, 40}) {
                float[] row = new float[WIDTH_PX - left];
                for (int y = 0; y < HEIGHT_PX; y++) {
                    mesh.row(y, left, row.length, WIDTH_PX, HEIGHT_PX, row);
                    for (int x = 0; x < row.length; x++) {
                        assertThat(row[x]).isCloseTo(expected[y * WIDTH_PX + left + x], within(ROUNDING));
                    }
                }
            }
        }
    }

    @Test
    void repeats_its_edge_beside_the_picture() {
        var mesh = new Mesh(2, 1, new float[] {1, 5});
        float[] row = new float[10];

        mesh.row(-1, -1, row.length, 8, 4, row);

        assertThat(row).containsExactly(1, 1, 1, 1.5f, 2.5f, 3.5f, 4.5f, 5, 5, 5);
    }

    @Test
    void takes_itself_off_pictures_inside_the_mask() {
        var mesh = new Mesh(2, 1, new float[] {1, 5});
        byte[] mask = {1, 1, 1, 1, 1, 1, 1, 0};
        float[] one = new float[8];
        float[] other = {9, 9, 9, 9, 9, 9, 9, 9};

        mesh.takeOff(mask, 8, 1, one, other);

        assertThat(one).containsExactly(-1, -1, -1.5f, -2.5f, -3.5f, -4.5f, -5, 0);
        assertThat(other).containsExactly(8, 8, 7.5f, 6.5f, 5.5f, 4.5f, 4, 9);
    }
}
