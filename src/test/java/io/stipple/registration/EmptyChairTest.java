package io.stipple.registration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.head.Head;
import io.stipple.head.HeadFinder;
import io.stipple.head.HeadSettings;
import io.stipple.head.NoHeadException;
import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomSettings;
import io.stipple.phantom.PhantomTruth;
import io.stipple.phantom.Stress;
import io.stipple.photo.Photo;
import io.stipple.photo.PhotoReader;
import io.stipple.photo.PhotoSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyChairTest {
    private static final RegistrationSettings SETTINGS = RegistrationSettings.defaults();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theRoomAloneIsNotTheHeadThatSatInIt(long seed) throws Exception {
        PhantomTruth truth = PhantomRenderer.render(
                PhantomSettings.defaults()
                        .withSeed(seed)
                        .withMegapixels(3)
                        .withStages(2)
                        .withViews(List.of("top"))
                        .withStress(Stress.EMPTY_CHAIR),
                folder,
                name -> {});
        try (RegistrationFrame head = frame(truth, 0)) {
            assertThatThrownBy(() -> {
                        try (RegistrationFrame nobody = frame(truth, 1)) {
                            new Registrar(SETTINGS).register(nobody, head, List.of());
                        }
                    })
                    .isInstanceOfAny(NoHeadException.class, RegistrationFailedException.class);
        }
    }

    private RegistrationFrame frame(PhantomTruth truth, int stage) throws Exception {
        Path file = folder.resolve(truth.photo("top", truth.stages().get(stage)).file());
        try (Photo photo = new PhotoReader(PhotoSettings.defaults()).read(file);
                Head head = new HeadFinder(HeadSettings.defaults()).find(photo.image())) {
            return RegistrationFrame.prepare(photo.image(), head.mask(), SETTINGS);
        }
    }
}
