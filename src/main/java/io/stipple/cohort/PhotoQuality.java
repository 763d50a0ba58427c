package io.stipple.cohort;

import io.stipple.cohort.CaseFacts.PhotoFacts;
import io.stipple.cohort.CohortFigures.Proportion;
import io.stipple.cohort.Factor.Group;
import io.stipple.cohort.PhotoFigures.PhotoGroup;
import io.stipple.cohort.PhotoFigures.PhotoReason;
import io.stipple.model.ScaleGrade;
import io.stipple.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How good the photos of each practitioner's clients are. */
final class PhotoQuality {
    private PhotoQuality() {}

    static PhotoFigures of(Collection<TakenPhoto> photos, CohortSettings settings) {
        SortedMap<Group, List<TakenPhoto>> groups = new TreeMap<>();
        SortedMap<Group, Set<String>> clients = new TreeMap<>();
        for (TakenPhoto photo : photos) {
            Group group = Factor.noted(photo.practitioner());
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(photo);
            clients.computeIfAbsent(group, key -> new HashSet<>()).add(photo.client());
        }
        SmallGroups<Group> small = SmallGroups.of(clients, settings.fewestClients(), group -> !group.noted());
        List<PhotoGroup> shown = groups.entrySet().stream()
                .filter(entry -> !small.hides(entry.getKey()))
                .map(entry -> group(entry.getKey().name(), entry.getValue()))
                .toList();
        return new PhotoFigures(group("all", photos), shown, RetentionGroups.hidden(small), reasons(photos));
    }

    private static PhotoGroup group(String name, Collection<TakenPhoto> photos) {
        List<PhotoFacts> facts = photos.stream().map(TakenPhoto::facts).toList();
        return new PhotoGroup(
                name,
                (int) photos.stream().map(TakenPhoto::client).distinct().count(),
                facts.size(),
                share(facts, Verdict.MEASURED),
                share(facts, Verdict.TONE_ONLY),
                share(facts, Verdict.UNUSABLE),
                median(facts, PhotoFacts::sharpnessPx),
                median(facts, PhotoFacts::glarePct),
                median(facts, PhotoFacts::residualMm),
                median(facts, PhotoFacts::pxPerMm),
                grades(facts));
    }

    private static Proportion share(List<PhotoFacts> photos, Verdict verdict) {
        int count = (int)
                photos.stream().filter(photo -> photo.verdict() == verdict).count();
        return Proportion.of(verdict.word(), count, photos.size());
    }

    private static List<Proportion> grades(List<PhotoFacts> photos) {
        int scaled = (int)
                photos.stream().filter(photo -> photo.scaleGrade() != null).count();
        return Arrays.stream(ScaleGrade.values())
                .map(grade -> Proportion.of(
                        grade.name(),
                        (int) photos.stream()
                                .filter(photo -> photo.scaleGrade() == grade)
                                .count(),
                        scaled))
                .toList();
    }

    private static @Nullable Double median(List<PhotoFacts> photos, Function<PhotoFacts, @Nullable Double> figure) {
        List<Double> known = new ArrayList<>();
        for (PhotoFacts photo : photos) {
            Double value = figure.apply(photo);
            if (value != null) {
                known.add(value);
            }
        }
        return known.isEmpty() ? null : new Sample(known).median();
    }

    /** The same cause is told with other figures for each photo: without them it is one. */
    private static List<PhotoReason> reasons(Collection<TakenPhoto> photos) {
        Map<String, Integer> counts = new TreeMap<>();
        photos.stream()
                .map(photo -> photo.facts().reason())
                .filter(reason -> !reason.isBlank())
                .map(reason -> reason.replaceAll("[0-9]+([.,][0-9]+)*", "…"))
                .forEach(reason -> counts.merge(reason, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new PhotoReason(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((PhotoReason one) -> -one.photos()).thenComparing(PhotoReason::reason))
                .toList();
    }
}
