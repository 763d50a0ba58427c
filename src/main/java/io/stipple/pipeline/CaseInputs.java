package io.stipple.pipeline;

import io.stipple.model.ManualChoices;
import io.stipple.series.CaseException;
import io.stipple.series.Series;
import io.stipple.series.SeriesReader;
import io.stipple.series.Shot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an analysis of a case would rest on, known without measuring anything.
 *
 * @param client pseudonym
 * @param photos that would be measured, paths below the case folder with {@code /}, in alphabetical order
 * @param choices what {@code case.yaml} says
 */
public record CaseInputs(String client, List<String> photos, ManualChoices choices) {
    public CaseInputs {
        photos = photos.stream().sorted().toList();
    }

    /** Whether a folder of this name is a stage of a case. */
    public static boolean isStage(String folderName) {
        return SeriesReader.isStage(folderName);
    }

    /**
     * Of a case folder.
     *
     * @throws WrongInputException when the folder or its {@code case.yaml} cannot be understood
     */
    public static CaseInputs of(Path caseFolder) throws WrongInputException, IOException {
        try {
            Series series = SeriesReader.read(caseFolder);
            return new CaseInputs(
                    series.client(),
                    series.shots().stream().map(Shot::relativePath).toList(),
                    ChoicesList.of(series.config()));
        } catch (CaseException e) {
            throw new WrongInputException(String.join(System.lineSeparator(), e.problems()), e);
        }
    }
}
