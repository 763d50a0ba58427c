package io.stipple.phantom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Renders a case from a worktree: {@code OUT tier seed megapixels [views] [dotMm] [density] [stages] [stress,…]}. */
final class RenderPhantom {
    private RenderPhantom() {}

    public static void main(String[] args) throws IOException {
        PhantomSettings settings = PhantomSettings.defaults()
                .withTier(Tier.valueOf(args[1].toUpperCase(Locale.ROOT)))
                .withSeed(Long.parseLong(args[2]))
                .withMegapixels(Double.parseDouble(args[3]));
        if (args.length > 4) {
            settings = settings.withViews(List.of(args[4].split(",")));
        }
        if (args.length > 5) {
            settings = settings.withDotMm(Double.parseDouble(args[5]));
        }
        if (args.length > 6) {
            settings = settings.withDensity(Double.parseDouble(args[6]));
        }
        if (args.length > 7) {
            settings = settings.withStages(Integer.parseInt(args[7]));
        }
        if (args.length > 8) {
            for (String word : args[8].split(",")) {
                settings = settings.withStress(
                        Stress.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
            }
        }
        long start = System.nanoTime();
        PhantomRenderer.render(
                settings,
                Path.of(args[0]),
                name -> System.err.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, name));
    }
}
