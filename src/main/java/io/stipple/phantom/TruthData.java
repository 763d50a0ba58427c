package io.stipple.phantom;

import java.util.List;

/**
 * The truth as it is stored: whole numbers, so that the file is small and reads back exactly.
 *
 * @param settings as text, for the reader
 * @param megapixels of the photos
 * @param dotMm nominal diameter
 * @param stages by name, in time
 * @param dates ISO, one per stage
 * @param dots every dot
 * @param views every view
 */
record TruthData(
        String settings,
        double megapixels,
        double dotMm,
        List<String> stages,
        List<String> dates,
        Dots dots,
        List<View> views) {

    /**
     * Dots by number; figures by dot and stage run through all stages of a dot first.
     *
     * @param placedIn region of the plan, index into {@code regions}
     * @param regions names
     * @param birth stage's index
     * @param radiusNm by dot and stage, nm
     * @param softnessNm by dot and stage, nm
     * @param odMicro by dot and stage, millionths; 0 where the dot is not there
     */
    @SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
    record Dots(List<String> regions, int[] placedIn, int[] birth, int[] radiusNm, int[] softnessNm, int[] odMicro) {}

    /**
     * One view.
     *
     * @param front where the forehead lies in the reference photo
     * @param regions treated, on the reference photo
     * @param skin the scalp behind the reference photo
     * @param photos in the order of stages, repeats behind the photo they repeat
     */
    record View(String name, String front, List<Region> regions, Surface skin, List<Photo> photos) {}

    /**
     * Points of the scalp seen in the reference photo, on the same grid as the maps of the view.
     *
     * @param xMicro head frame, µm; {@link #NONE} where the reference shows no head
     */
    @SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
    record Surface(int stepPx, int columns, int rows, int[] xMicro, int[] yMicro, int[] zMicro) {}

    /** A region's outline in tenths of a pixel of the reference photo, and its area. */
    @SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
    record Region(String name, int[] xTenthPx, int[] yTenthPx, double areaCm2) {}

    /**
     * One photo.
     *
     * @param file below the case folder
     * @param stage index
     * @param repeat 1 for the photo measured, 2 and more for repeats
     * @param pxPerMm at the point of the scalp nearest to the camera
     * @param focalPx of the camera
     * @param headCentreMm in the camera's frame
     * @param axes right, down and forward of the camera in the head frame, nine numbers
     * @param blurPx sigma of the blur
     * @param skinRgb linear colour of the plain skin, before light and gain
     * @param map from the reference photo
     * @param dotXMilliPx columns, thousandths of a pixel, by dot
     * @param dotYMilliPx rows
     * @param dotCosine ten-thousandths; below 0 on the far side
     * @param dotVisible 1 where the dot faces the camera, lies in the frame and is not covered, whether alive or not
     */
    @SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
    record Photo(
            String file,
            int stage,
            int repeat,
            int widthPx,
            int heightPx,
            double pxPerMm,
            double focalPx,
            double[] headCentreMm,
            double[] axes,
            double blurPx,
            double[] skinRgb,
            Grid map,
            int[] dotXMilliPx,
            int[] dotYMilliPx,
            int[] dotCosine,
            int[] dotVisible) {}

    /**
     * Samples on a square grid of the reference photo.
     *
     * @param stepPx between nodes; the first lies at (0, 0)
     * @param xMilliPx column in the photo; {@link #NONE} where the reference shows no head
     * @param cosine of the angle of view in the photo, ten-thousandths
     * @param covered 1 where something lies over the skin or the frame ends
     */
    @SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
    record Grid(int stepPx, int columns, int rows, int[] xMilliPx, int[] yMilliPx, int[] cosine, int[] covered) {}

    static final int NONE = Integer.MIN_VALUE;
}
