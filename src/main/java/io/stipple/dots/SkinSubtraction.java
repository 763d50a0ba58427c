package io.stipple.dots;

import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes the untreated skin out of a later photo (optimal image subtraction: Alard and Lupton 1998, with their local
 * kernel of few components): the untreated photo sharp and blurred, and its slopes, which stand for what is left of the
 * registration, each weighed anew every few millimetres by how much of the photo's bare skin it explains. Where the
 * light or the skin has changed so much that it explains nothing, nothing is taken.
 */
final class SkinSubtraction {
    private static final int TERMS = SkinTerms.COUNT;
    private static final int DECIMATION = 2;
    private static final int ROUNDS = 2;
    private static final double DARK_CLIP = 2; // deviations of the bright side: darker pixels are dots, or their rims
    private static final double BRIGHT_CLIP = 3;
    private static final double RIDGE =
            0.02; // of a term's typical power: holds weights where the skin shows no texture
    private static final float MOST = 0.6f; // share of light that a texture may take; darker ones are no texture

    private final int columns;
    private final int rows;
    private final double radius;
    private final SkinTerms.Sampled sampled;
    private final float[] left;

    private SkinSubtraction(SkinTerms.Sampled sampled, double radius) {
        this.columns = sampled.columns;
        this.rows = sampled.rows;
        this.radius = radius;
        this.sampled = sampled;
        this.left = sampled.photo.clone();
    }

    /**
     * The photo's missing light without what the skin itself takes: CV_32FC1, 0 outside the mask; handed over.
     *
     * @param missing CV_32FC1 light missing over the local skin
     * @param untreated the same of the untreated skin, laid on this photo
     * @param mask CV_8UC1
     * @param radiusPx over which the weights are taken as one
     */
    static Mat of(Mat missing, Mat untreated, Mat mask, double radiusPx) {
        int width = missing.cols();
        int height = missing.rows();
        float[] photo = DotFinder.pixelsOf(missing);
        byte[] inside = new byte[width * height];
        mask.get(0, 0, inside);
        var terms = new SkinTerms(DotFinder.pixelsOf(untreated), new Tiles(inside, width, height));
        var subtraction = new SkinSubtraction(terms.sampled(photo, inside, DECIMATION), radiusPx / DECIMATION);
        List<Mesh> weights = subtraction.weights();
        for (int round = 1; round < ROUNDS; round++) {
            subtraction.explain(weights);
            weights = subtraction.weights();
        }
        float[] left = without(photo, inside, terms, weights, width, height);
        try (var mats = new MatScope()) {
            Mat result = mats.own(new Mat(height, width, CvType.CV_32F));
            result.put(0, 0, left);
            return mats.keep(result);
        }
    }

    private static float[] without(
            float[] photo, byte[] inside, SkinTerms terms, List<Mesh> weights, int width, int height) {
        float[] left = new float[photo.length];
        terms.forEach((tile, values) -> {
            float[] texture = new float[tile.width()];
            float[] weight = new float[tile.width()];
            for (int y = tile.top(); y < tile.bottom(); y++) {
                Arrays.fill(texture, 0);
                int first = (y - tile.top()) * tile.width();
                for (int term = 0; term < TERMS; term++) {
                    weights.get(term).row(y, tile.left(), tile.width(), width, height, weight);
                    for (int x = 0; x < texture.length; x++) {
                        texture[x] += weight[x] * values[term][first + x];
                    }
                }
                for (int x = 0; x < texture.length; x++) {
                    int at = y * width + tile.left() + x;
                    if (inside[at] != 0) {
                        // Dots and skin take their shares one after the other: what passes is multiplied.
                        left[at] = 1 - (1 - photo[at]) / (1 - Math.min(MOST, texture[x]));
                    }
                }
            }
        });
        return left;
    }

    /** Takes what the terms explain off the photo, to see which pixels are bare. */
    private void explain(List<Mesh> weights) {
        Bands.forEach(rows, (top, bottom) -> {
            float[] weight = new float[columns];
            for (int y = top; y < bottom; y++) {
                int at = y * columns;
                System.arraycopy(sampled.photo, at, left, at, columns);
                for (int term = 0; term < TERMS; term++) {
                    float[] values = sampled.terms[term];
                    weights.get(term).row(y, 0, columns, columns, rows, weight);
                    for (int x = 0; x < columns; x++) {
                        left[at + x] -= weight[x] * values[at + x];
                    }
                }
            }
        });
    }

    /** Pixels whose rest is within the bright side's deviations; 0 elsewhere. */
    private byte[] bare() {
        double deviation = SkinBackground.brightDeviation(left, sampled.skin, columns, rows);
        byte[] bare = new byte[left.length];
        SkinBackground.within(left, sampled.skin, -BRIGHT_CLIP * deviation, DARK_CLIP * deviation, bare, columns, rows);
        return bare;
    }

    /** One mesh of weights per term: least squares over the bare skin around each cell. */
    private List<Mesh> weights() {
        int cell = Math.max(2, (int) Math.round(radius / Meshes.CELLS_A_RADIUS));
        int across = (columns + cell - 1) / cell;
        int down = (rows + cell - 1) / cell;
        float[][][] products = products(across, down);
        for (float[][] some : products) {
            for (float[] one : some) {
                smooth(one, across, down, radius / cell);
            }
        }
        List<Mesh> weights = new ArrayList<>();
        for (float[] one : solved(products, across * down)) {
            weights.add(new Mesh(across, down, one));
        }
        return weights;
    }

    private static void smooth(float[] mesh, int columns, int rows, double cells) {
        if (mesh.length == 0) {
            return;
        }
        try (var mats = new MatScope()) {
            Mat mat = mats.own(new Mat(rows, columns, CvType.CV_32F));
            mat.put(0, 0, mesh);
            Imgproc.GaussianBlur(mat, mat, new Size(0, 0), cells);
            mat.get(0, 0, mesh);
        }
    }

    /** Means of the products of each two terms and of each with the photo, {@code [i][j]} for j from i on, by cell. */
    private float[][][] products(int across, int down) {
        byte[] bare = bare();
        float[][][] products = new float[TERMS][TERMS + 1][];
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j <= TERMS; j++) {
                products[i][j] = new float[j < i ? 0 : across * down];
            }
        }
        IntStream.range(0, across * down).parallel().forEach(cell -> {
            int first = Meshes.edge(cell % across, across, columns);
            int end = Meshes.edge(cell % across + 1, across, columns);
            int top = Meshes.edge(cell / across, down, rows);
            int bottom = Meshes.edge(cell / across + 1, down, rows);
            double[][] sums = new double[TERMS][TERMS + 1];
            for (int y = top; y < bottom; y++) {
                for (int at = y * columns + first; at < y * columns + end; at++) {
                    if (bare[at] != 0) {
                        addProducts(at, sums);
                    }
                }
            }
            double pixels = (double) (end - first) * (bottom - top);
            for (int i = 0; i < TERMS; i++) {
                for (int j = i; j <= TERMS; j++) {
                    products[i][j][cell] = (float) (sums[i][j] / pixels);
                }
            }
        });
        return products;
    }

    private void addProducts(int at, double[][] sums) {
        for (int i = 0; i < TERMS; i++) {
            double[] line = sums[i];
            float one = sampled.terms[i][at];
            for (int j = i; j < TERMS; j++) {
                line[j] += one * sampled.terms[j][at];
            }
            line[TERMS] += one * sampled.photo[at];
        }
    }

    private static float[][] solved(float[][][] products, int cells) {
        double[] ridge = new double[TERMS];
        for (int i = 0; i < TERMS; i++) {
            float[] power = products[i][i].clone();
            Arrays.sort(power);
            ridge[i] = RIDGE * power[cells / 2] + 1e-12;
        }
        float[][] solved = new float[TERMS][cells];
        double[][] normal = new double[TERMS][TERMS + 1];
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < TERMS; i++) {
                for (int j = 0; j <= TERMS; j++) {
                    normal[i][j] = products[Math.min(i, j)][Math.max(i, j)][cell];
                }
                normal[i][i] += ridge[i];
            }
            double[] weight = LinearSystem.solve(normal);
            for (int i = 0; i < weight.length; i++) {
                solved[i][cell] = (float) weight[i];
            }
        }
        return solved;
    }
}
