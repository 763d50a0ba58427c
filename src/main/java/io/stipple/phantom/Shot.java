package io.stipple.phantom;

import java.util.List;

/**
 * One photo's circumstances.
 *
 * @param view skin and camera
 * @param light on the head
 * @param gain exposure and white balance: red, green, blue
 * @param finish what the phone makes of it
 * @param hairMm mean length of the stubble
 * @param parts of the body and what is worn
 * @param quarterTurn whether the picture lies on its side and nothing says so
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
record Shot(
        SkinView view,
        Light light,
        double[] gain,
        PhotoFinish finish,
        double hairMm,
        List<BodyPart> parts,
        boolean quarterTurn) {
    // Puts skin of type III a little above middle grey, as a phone exposes it.
    private static final double EXPOSURE = 1.05;
    private static final double REFERENCE_MEGAPIXELS = 12;
    private static final double CUT_SHARE = 0.25;

    /** The circumstances of one stage (0 is the reference) and repeat (1 is the first). */
    static Shot of(PhantomSettings s, HeadSurface head, CameraView cameraView, int stage, int repeat) {
        Dice dice = new Dice(s.seed(), "shot", cameraView.word(), stage, repeat);
        boolean reference = stage == 0 && repeat == 1;
        double share = reference ? 0 : 1;
        Tier tier = s.tier();
        FrameFormat format = FrameFormat.of(s, stage);
        PoseChange drawn = PoseChange.drawn(tier, dice);
        PoseChange pose = reference ? PoseChange.NONE : drawn;
        if (!reference && s.has(Stress.CUT_BY_FRAME)) {
            pose = cutByFrame(pose, format, s.fill(), dice);
        }
        Camera camera = pose.camera(cameraView, format);
        Light light =
                Light.swung(camera, share * Math.toRadians(dice.swing(tier.lightSwingDeg())), dice.between(0, Math.PI));
        boolean turned = s.has(Stress.TURNED_WITHOUT_EXIF) && stage % 2 == 1;
        SkinStretch stretch = new SkinStretch(
                head,
                share * tier.stretchMm() * dice.between(0.6, 1),
                new Dice(s.seed(), "stretch", cameraView.word(), stage, repeat));
        double exposure = EXPOSURE * Math.pow(2, share * dice.swing(tier.exposureEv()));
        double[] gain = {
            exposure * (1 + share * dice.swing(tier.whiteBalanceShare())),
            exposure,
            exposure * (1 + share * dice.swing(tier.whiteBalanceShare()))
        };
        double megapixels = 1e-6 * format.widthPx() * format.heightPx();
        PhotoFinish finish = PhotoFinish.of(dice, Math.sqrt(megapixels / REFERENCE_MEGAPIXELS), s.photoNoise());
        return new Shot(
                new SkinView(head, stretch, turned ? quarterTurned(camera) : camera),
                light,
                gain,
                finish,
                hairMm(s, stage),
                Wardrobe.of(s, head, stage),
                turned);
    }

    private static double hairMm(PhantomSettings s, int stage) {
        double shaved = 0.04;
        double grown = 1.3;
        return s.has(Stress.SHAVED_AND_GROWN)
                ? stage % 2 == 1 ? shaved : grown
                : new Dice(s.seed(), "hair length", stage).between(0.25, 0.8);
    }

    private static PoseChange cutByFrame(PoseChange pose, FrameFormat format, double fill, Dice dice) {
        // Up or down, across the frame's short side, until a quarter of the head is outside.
        double shortSide = Math.min(format.widthPx(), format.heightPx());
        double shiftPx = shortSide * ((1 - fill) / 2 + CUT_SHARE * fill);
        double shift = shiftPx / format.focalPx() * (dice.chance(0.5) ? 1 : -1);
        return format.widthPx() > format.heightPx() ? pose.shifted(0, shift) : pose.shifted(shift, 0);
    }

    /** The camera held on its side: what was up now points to the right. */
    private static Camera quarterTurned(Camera c) {
        Vec centre =
                new Vec(-c.headCentre().y(), c.headCentre().x(), c.headCentre().z());
        return new Camera(
                c.heightPx(),
                c.widthPx(),
                c.focalPx(),
                c.principalY(),
                c.principalX(),
                c.down().times(-1),
                c.right(),
                c.forward(),
                centre);
    }
}
