package io.stipple.phantom;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a synthetic case is made of.
 *
 * @param seed of the person and of all that happens to them; default 1
 * @param roomSeed of the room behind; default 1, so that different people stand in the same room, as in a real practice
 * @param tier how far the photos differ from their reference; default normal
 * @param skin Fitzpatrick type; default III, the middle
 * @param views photographed, in the contract's words; default top alone
 * @param megapixels of every photo, 0.3..60; default 12, the common phone
 * @param dotMm nominal diameter of a dot, 0.1..1.5 mm; default 0.54, the middle of what is seen in photos
 * @param density factor on the number of dots per session, 0..4; default 1: 20 to 45 per cm²
 * @param stages photographed, 1..13: before, session-1, session-1-settled, …; default 7
 * @param healedChangePct one more visit at the end: the settled stage of a session of which no fresh photo was taken and
 *     that placed nothing, at which so many per cent of each region's dots are there more, -100..0, the others exactly
 *     as they were. It takes a settled stage before it: an odd number of stages, 3 or more. Default null: no such visit
 * @param regionsInYaml whether case.yaml holds the treated regions and the scale; default true
 * @param focalMm 35 mm equivalent of the lens, 13..200 mm; default 26, a phone's main camera
 * @param fill share of the photo's short side that the head's length takes, 0.2..1.2; default 0.58, which at 26 mm means
 *     24 cm between lens and scalp and 12.5 px/mm at 12 megapixels. (0.75 would need the lens at 16 cm and give 18 px/mm:
 *     closer than a phone is held and easier than the dot sizes of 2.5 to 4 px that are to be measured.)
 * @param photoNoise whether sensor noise, sharpening and JPEG loss are added; default true, false only for tests of the
 *     renderer itself
 * @param stress troubles switched on; default none
 */
public record PhantomSettings(
        long seed,
        long roomSeed,
        Tier tier,
        SkinType skin,
        List<String> views,
        double megapixels,
        double dotMm,
        double density,
        int stages,
        @Nullable Double healedChangePct,
        boolean regionsInYaml,
        double focalMm,
        double fill,
        boolean photoNoise,
        Set<Stress> stress) {
    public PhantomSettings {
        views = List.copyOf(views);
        stress = stress.isEmpty() ? Set.of() : Set.copyOf(stress);
        if (views.isEmpty()) {
            throw new IllegalArgumentException("a case needs at least one view");
        }
        views.forEach(CameraView::named);
        within("megapixels", megapixels, 0.3, 60);
        within("dot diameter mm", dotMm, 0.1, 1.5);
        within("density factor", density, 0, 4);
        within("stages", stages, 1, 13);
        if (healedChangePct != null) {
            within("healed change %", healedChangePct, -100, 0);
            if (stages < 3 || stages % 2 == 0) {
                throw new IllegalArgumentException(
                        "a healed change needs a settled stage to change from, but the last of " + stages + " is none");
            }
        }
        within("focal length mm", focalMm, 13, 200);
        within("fill", fill, 0.2, 1.2);
    }

    /** A normal case of one person, seen from the top. */
    public static PhantomSettings defaults() {
        return new PhantomSettings(
                1, 1, Tier.NORMAL, SkinType.III, List.of("top"), 12, 0.54, 1, 7, null, true, 26, 0.58, true, Set.of());
    }

    /** How many stages are photographed in all. */
    public int visits() {
        return healedChangePct == null ? stages : stages + 1;
    }

    boolean has(Stress trouble) {
        return stress.contains(trouble);
    }

    public PhantomSettings withSeed(long value) {
        return with(draft -> draft.seed = value);
    }

    public PhantomSettings withRoomSeed(long value) {
        return with(draft -> draft.roomSeed = value);
    }

    public PhantomSettings withTier(Tier value) {
        return with(draft -> draft.tier = value);
    }

    public PhantomSettings withSkin(SkinType value) {
        return with(draft -> draft.skin = value);
    }

    public PhantomSettings withViews(List<String> value) {
        return with(draft -> draft.views = value);
    }

    public PhantomSettings withMegapixels(double value) {
        return with(draft -> draft.megapixels = value);
    }

    public PhantomSettings withDotMm(double value) {
        return with(draft -> draft.dotMm = value);
    }

    public PhantomSettings withDensity(double value) {
        return with(draft -> draft.density = value);
    }

    public PhantomSettings withStages(int value) {
        return with(draft -> draft.stages = value);
    }

    public PhantomSettings withHealedChangePct(@Nullable Double value) {
        return with(draft -> draft.healedChangePct = value);
    }

    public PhantomSettings withRegionsInYaml(boolean value) {
        return with(draft -> draft.regionsInYaml = value);
    }

    public PhantomSettings withPhotoNoise(boolean value) {
        return with(draft -> draft.photoNoise = value);
    }

    public PhantomSettings withCamera(double newFocalMm, double newFill) {
        return with(draft -> {
            draft.focalMm = newFocalMm;
            draft.fill = newFill;
        });
    }

    /** These troubles besides those already switched on. */
    public PhantomSettings withStress(Stress first, Stress... more) {
        Set<Stress> all = EnumSet.of(first, more);
        all.addAll(stress);
        return with(draft -> draft.stress = all);
    }

    private PhantomSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** The components while one of them is being changed, so that each change names only its own. */
    private static final class Draft {
        private long seed;
        private long roomSeed;
        private Tier tier;
        private SkinType skin;
        private List<String> views;
        private double megapixels;
        private double dotMm;
        private double density;
        private int stages;
        private @Nullable Double healedChangePct;
        private boolean regionsInYaml;
        private double focalMm;
        private double fill;
        private boolean photoNoise;
        private Set<Stress> stress;

        Draft(PhantomSettings from) {
            seed = from.seed;
            roomSeed = from.roomSeed;
            tier = from.tier;
            skin = from.skin;
            views = from.views;
            megapixels = from.megapixels;
            dotMm = from.dotMm;
            density = from.density;
            stages = from.stages;
            healedChangePct = from.healedChangePct;
            regionsInYaml = from.regionsInYaml;
            focalMm = from.focalMm;
            fill = from.fill;
            photoNoise = from.photoNoise;
            stress = from.stress;
        }

        PhantomSettings finished() {
            return new PhantomSettings(
                    seed,
                    roomSeed,
                    tier,
                    skin,
                    views,
                    megapixels,
                    dotMm,
                    density,
                    stages,
                    healedChangePct,
                    regionsInYaml,
                    focalMm,
                    fill,
                    photoNoise,
                    stress);
        }
    }

    /** All of it in one line, in a fixed order. */
    public String describe() {
        return "seed " + seed + ", room " + roomSeed + ", tier " + tier + ", skin " + skin + ", views " + views + ", "
                + megapixels + " MP, dot " + dotMm + " mm, density x " + density + ", " + stages + " stages, "
                + (healedChangePct == null ? "" : "then a healed change of " + healedChangePct + " %, ")
                + (regionsInYaml ? "regions given" : "no regions given") + ", " + focalMm + " mm lens, fill " + fill
                + (photoNoise ? "" : ", no noise") + ", stress " + new TreeSet<>(stress);
    }

    private static void within(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " is " + value + ", outside " + low + ".." + high);
        }
    }
}
