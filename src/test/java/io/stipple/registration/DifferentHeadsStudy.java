package io.stipple.registration;

import io.stipple.head.Head;
import io.stipple.head.HeadFinder;
import io.stipple.head.HeadSettings;
import io.stipple.head.NoHeadException;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.PhantomTruth;
import io.stipple.phantom.Stress;
import io.stipple.photo.Photo;
import io.stipple.photo.PhotoReader;
import io.stipple.photo.PhotoSettings;
import io.stipple.photo.UnreadablePhotoException;
import io.stipple.pipeline.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * Whether photos of different heads are refused, all in the same room: a command, too long for a test.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.stipple.registration.DifferentHeadsStudy -Dexec.args="15 12"</pre>
 *
 * Arguments: heads, megapixels, then folders of photographs, each photograph of another client. Lays the second photo of
 * each head on the first of every other, on the mirror image of its own, and on its own seen from the other side; each must
 * be refused, and so must the room without anybody in it; and each on its own first photo be accepted.
 */
final class DifferentHeadsStudy {
    private static final String LEFT = "left";
    private static final String RIGHT = "right";

    private final HeadFinder heads = new HeadFinder(HeadSettings.defaults());
    private final PhotoReader reader = new PhotoReader(PhotoSettings.defaults());
    private final RegistrationSettings settings = RegistrationSettings.defaults();
    private final Registrar registrar = new Registrar(settings);
    private int tried;
    private int accepted;

    public static void main(String[] args) throws IOException {
        var study = new DifferentHeadsStudy();
        study.phantoms(Integer.parseInt(args[0]), Double.parseDouble(args[1]));
        for (int i = 2; i < args.length; i++) {
            study.photographs(Path.of(args[i]));
        }
    }

    private void phantoms(int count, double megapixels) throws IOException {
        List<RegistrationFrame> first = new ArrayList<>();
        List<RegistrationFrame> second = new ArrayList<>();
        int own = 0;
        for (int seed = 1; seed <= count; seed++) {
            Path folder = Files.createTempDirectory("stipple-heads");
            try {
                PhantomTruth truth = PhantomRenderer.render(
                        PhantomSettings.defaults()
                                .withSeed(seed)
                                .withRoomSeed(1)
                                .withStages(3)
                                .withStress(Stress.EMPTY_CHAIR)
                                .withMegapixels(megapixels)
                                .withViews(List.of("top", LEFT, RIGHT)),
                        folder,
                        name -> {});
                String before = truth.stages().get(0);
                String after = truth.stages().get(1);
                RegistrationFrame reference = frame(folder, truth, "top", before, false);
                RegistrationFrame photo = frame(folder, truth, "top", after, false);
                first.add(reference);
                second.add(photo);
                own += accepts("its own", photo, reference) ? 1 : 0;
                try (RegistrationFrame mirrored = frame(folder, truth, "top", after, true);
                        RegistrationFrame left = frame(folder, truth, LEFT, before, false);
                        RegistrationFrame right = frame(folder, truth, RIGHT, after, false)) {
                    mustRefuse("mirrored " + seed, mirrored, reference);
                    mustRefuse("other side " + seed, right, left);
                }
                mustRefuse(
                        "empty chair " + seed,
                        folder.resolve(truth.photo("top", truth.stages().get(2)).file()),
                        reference);
            } finally {
                WholeFolder.delete(folder);
            }
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                if (i != j) {
                    mustRefuse((j + 1) + " on " + (i + 1), second.get(j), first.get(i));
                }
            }
        }
        first.forEach(RegistrationFrame::close);
        second.forEach(RegistrationFrame::close);
        System.out.printf(
                Locale.ROOT,
                "%d pairs that are not the same side of the same head, %d accepted; %d of %d heads accepted on their own%n",
                tried,
                accepted,
                own,
                count);
    }

    private void photographs(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<RegistrationFrame> frames = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            try {
                frames.add(frame(file, false));
                names.add(String.valueOf(file.getFileName()));
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
        int before = tried;
        int wrong = accepted;
        for (int i = 0; i < frames.size(); i++) {
            for (int j = 0; j < frames.size(); j++) {
                if (i != j) {
                    mustRefuse("photograph " + names.get(j) + " on " + names.get(i), frames.get(j), frames.get(i));
                }
            }
        }
        frames.forEach(RegistrationFrame::close);
        System.out.printf(Locale.ROOT, "%d pairs of photographs, %d accepted%n", tried - before, accepted - wrong);
    }

    /** A photo in which no head is found is refused as well. */
    private void mustRefuse(String name, Path file, RegistrationFrame reference) {
        try (RegistrationFrame photo = frame(file, false)) {
            mustRefuse(name, photo, reference);
        } catch (IOException e) {
            tried++;
        }
    }

    private void mustRefuse(String name, RegistrationFrame photo, RegistrationFrame reference) {
        tried++;
        if (accepts(name, photo, reference)) {
            accepted++;
            System.out.println("accepted: " + name);
        }
    }

    private boolean accepts(String name, RegistrationFrame photo, RegistrationFrame reference) {
        try {
            registrar.register(photo, reference, List.of());
            return true;
        } catch (RegistrationFailedException e) {
            // Those that came as far as the patches were the nearest to being taken for the same.
            if (name.startsWith("its own") || e.getMessage().startsWith("not the same skin")) {
                System.out.println(name + ": " + e.getMessage());
            }
            return false;
        }
    }

    private RegistrationFrame frame(Path folder, PhantomTruth truth, String view, String stage, boolean mirrored)
            throws IOException {
        return frame(folder.resolve(truth.photo(view, stage).file()), mirrored);
    }

    private RegistrationFrame frame(Path file, boolean mirrored) throws IOException {
        try (Photo photo = reader.read(file);
                Head head = heads.find(photo.image())) {
            if (!mirrored) {
                return RegistrationFrame.prepare(photo.image(), head.mask(), settings);
            }
            Mat pixels = new Mat();
            Mat inside = new Mat();
            Core.flip(photo.image().rgb(), pixels, 1);
            Core.flip(head.mask().pixels(), inside, 1);
            try (LinearImage image = new LinearImage(pixels);
                    Mask mask = new Mask(inside)) {
                return RegistrationFrame.prepare(image, mask, settings);
            }
        } catch (NoHeadException e) {
            throw new IOException(file + ": " + e.reason(), e);
        } catch (UnreadablePhotoException e) {
            throw new IOException(file + ": " + e.reason(), e);
        }
    }
}
