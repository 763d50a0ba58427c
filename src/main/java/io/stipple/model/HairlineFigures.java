package io.stipple.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the front edge of the dots lies at one healed stage. Lengths run along the curved scalp, positive towards the brows:
 * lower. A null is not known.
 *
 * @param view such as {@code front}
 * @param stage healed
 * @param line the traced edge on the view's reference photo, px, from the client's left to the right; empty where it
 *     could not be traced
 * @param aheadOfOutline how far it lies ahead of the front edge of the outline {@code hairline} on the reference photo
 * @param first healed stage with a traced line, against which {@code sinceFirst} is
 * @param sinceFirst how far it moved since
 * @param previous healed stage with a traced line, against which {@code shift} is
 * @param shift how far it moved since
 * @param asymmetry how much farther ahead the client's left side reaches than the right
 * @param verdict whether the shift is more than noise
 * @param reason why something of this cannot be told, else empty
 */
public record HairlineFigures(
        String view,
        Stage stage,
        List<PointPx> line,
        @Nullable Millimetres aheadOfOutline,
        @Nullable Stage first,
        @Nullable Millimetres sinceFirst,
        @Nullable Stage previous,
        @Nullable Millimetres shift,
        @Nullable Millimetres asymmetry,
        HairlineVerdict verdict,
        String reason) {
    public HairlineFigures {
        line = List.copyOf(line);
        if (verdict == HairlineVerdict.CANNOT_TELL && reason.isBlank()) {
            throw new IllegalArgumentException(
                    "hairline of " + view + " at " + stage + " cannot be told, for no reason");
        }
    }
}
