package io.stipple.phantom;

import io.stipple.opencv.MatScope;
import io.stipple.opencv.Srgb;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The room behind: full of straight lines and strong corners, and it stays where it is while the head moves. */
final class Room {
    private static final String[] WORDS = {"STUDIO", "hair", "SCALP", "CARE 24/7", "open", "EXIT", "No 12", "PIGMENT"};

    private Room() {}

    /**
     * The room as one view's camera sees it, a square as wide as the photo's long side: CV_8UC3, R, G, B, sRGB.
     *
     * @return a new Mat, handed over to the caller
     */
    static Mat seen(long roomSeed, CameraView view, int sidePx) {
        Dice dice = new Dice(roomSeed, "room", view.word());
        double unit = sidePx / 4000.0;
        Scalar wall = colour(dice, 120, 215);
        Mat room = new Mat(sidePx, sidePx, CvType.CV_8UC3, wall);
        shelves(room, dice, unit);
        for (int i = 0; i < 26; i++) {
            poster(room, dice, unit);
        }
        for (int i = 0; i < 14; i++) {
            Point from = anywhere(room, dice);
            Point to = anywhere(room, dice);
            Imgproc.line(
                    room,
                    from,
                    to,
                    colour(dice, 20, 240),
                    (int) Math.ceil(dice.between(4, 18) * unit),
                    Imgproc.LINE_AA);
        }
        grain(room, dice);
        // The room lies beyond the depth of field.
        double sigma = 2.2 * unit;
        Imgproc.GaussianBlur(room, room, new Size(0, 0), Math.max(0.5, sigma));
        return room;
    }

    private static void shelves(Mat room, Dice dice, double unit) {
        int rows = 6;
        for (int i = 0; i < rows; i++) {
            double y = room.rows() * (i + dice.between(0.3, 0.7)) / rows;
            Scalar wood = colour(dice, 40, 160);
            Imgproc.rectangle(room, new Point(0, y), new Point(room.cols(), y + 30 * unit), wood, -1);
            double x = dice.between(0, 200) * unit;
            while (x < room.cols()) {
                double w = dice.between(25, 130) * unit;
                double h = dice.between(90, 330) * unit;
                Imgproc.rectangle(room, new Point(x, y - h), new Point(x + w, y), colour(dice, 10, 250), -1);
                Imgproc.line(
                        room,
                        new Point(x + w * 0.3, y - h * 0.8),
                        new Point(x + w * 0.3, y - h * 0.2),
                        colour(dice, 10, 250),
                        (int) Math.ceil(6 * unit));
                x += w + dice.between(2, 160) * unit;
            }
        }
    }

    private static void poster(Mat room, Dice dice, double unit) {
        Point at = anywhere(room, dice);
        double w = dice.between(120, 620) * unit;
        double h = dice.between(120, 620) * unit;
        Imgproc.rectangle(room, at, new Point(at.x + w, at.y + h), colour(dice, 60, 255), -1);
        Imgproc.rectangle(room, at, new Point(at.x + w, at.y + h), colour(dice, 0, 80), (int) Math.ceil(8 * unit));
        for (int i = 0; i < 4; i++) {
            Point middle = new Point(at.x + dice.between(0.15, 0.85) * w, at.y + dice.between(0.15, 0.85) * h);
            int radius = (int) Math.ceil(dice.between(0.05, 0.16) * Math.min(w, h));
            if (dice.chance(0.5)) {
                Imgproc.circle(room, middle, radius, colour(dice, 0, 255), -1, Imgproc.LINE_AA);
            } else {
                Point corner = new Point(middle.x + 2 * radius, middle.y + radius);
                Imgproc.rectangle(room, middle, corner, colour(dice, 0, 255), -1);
            }
        }
        String word = WORDS[dice.below(WORDS.length)];
        Imgproc.putText(
                room,
                word,
                new Point(at.x + 0.08 * w, at.y + 0.5 * h),
                Imgproc.FONT_HERSHEY_DUPLEX,
                dice.between(1.5, 4) * unit,
                colour(dice, 0, 120),
                (int) Math.ceil(7 * unit),
                Imgproc.LINE_AA);
    }

    private static void grain(Mat room, Dice dice) {
        try (MatScope mats = new MatScope()) {
            int w = room.cols() / 4 + 1;
            int h = room.rows() / 4 + 1;
            byte[] values = new byte[w * h];
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte) (118 + dice.below(20));
            }
            Mat small = mats.own(new Mat(h, w, CvType.CV_8UC1));
            small.put(0, 0, values);
            Mat full = mats.mat();
            Imgproc.resize(small, full, room.size(), 0, 0, Imgproc.INTER_LINEAR);
            Imgproc.cvtColor(full, full, Imgproc.COLOR_GRAY2RGB);
            Core.addWeighted(room, 1, full, 1, -127, room);
        }
    }

    private static Point anywhere(Mat room, Dice dice) {
        return new Point(dice.between(-0.05, 0.98) * room.cols(), dice.between(-0.05, 0.98) * room.rows());
    }

    private static Scalar colour(Dice dice, double low, double high) {
        // Around one grey: a room is less gaudy than three free colours would make it.
        double grey = dice.between(low, high);
        double gaudy = 0.35;
        return new Scalar(
                grey + gaudy * (dice.between(low, high) - grey),
                grey + gaudy * (dice.between(low, high) - grey),
                grey + gaudy * (dice.between(low, high) - grey));
    }

    /**
     * The room in linear light in one photo: moved by a few pixels, as a hand holds a phone.
     *
     * @param quarterTurn whether the phone is held on its side and the picture left so
     * @return CV_32FC3, R, G, B, handed over to the caller
     */
    static Mat lit(Mat room, int widthPx, int heightPx, boolean quarterTurn, Dice dice, double[] gain) {
        try (MatScope mats = new MatScope()) {
            Mat seen = mats.mat();
            if (quarterTurn) {
                Core.rotate(room, seen, Core.ROTATE_90_CLOCKWISE);
            } else {
                room.copyTo(seen);
            }
            double scale = Math.max(widthPx, heightPx) / (double) room.cols();
            double shake = 0.003 * Math.max(widthPx, heightPx);
            double turn = Math.toRadians(dice.between(-0.4, 0.4));
            double c = scale * Math.cos(turn);
            double s = scale * Math.sin(turn);
            double middle = room.cols() / 2.0;
            double dx = widthPx / 2.0 - c * middle + s * middle + dice.between(-shake, shake);
            double dy = heightPx / 2.0 - s * middle - c * middle + dice.between(-shake, shake);
            Mat shift = mats.own(new Mat(2, 3, CvType.CV_64F));
            shift.put(0, 0, c, -s, dx, s, c, dy);
            Mat moved = mats.mat();
            Imgproc.warpAffine(
                    seen, moved, shift, new Size(widthPx, heightPx), Imgproc.INTER_LINEAR, Core.BORDER_REFLECT);
            Mat linear = mats.mat();
            Core.LUT(moved, mats.own(table(gain)), linear);
            return mats.keep(linear);
        }
    }

    private static Mat table(double[] gain) {
        float[] light = Srgb.linearOf8Bit();
        float[] perChannel = new float[3 * light.length];
        for (int i = 0; i < light.length; i++) {
            for (int k = 0; k < 3; k++) {
                perChannel[3 * i + k] = (float) (light[i] * gain[k]);
            }
        }
        Mat table = new Mat(1, 256, CvType.CV_32FC3);
        table.put(0, 0, perChannel);
        return table;
    }
}
