package io.stipple.series;

import io.stipple.model.Consent;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.Target;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code case.yaml} says. A null was not said.
 *
 * @param client pseudonym
 * @param skin Fitzpatrick type, I..VI
 * @param target what the finished treatment should look like; {@link Target#NONE} where nothing was said
 * @param stages what was noted of each visit
 * @param views by lower-case name
 * @param excluded photos left out on purpose, paths below the case folder with {@code /}
 * @param consent what the client has allowed; {@link Consent#NONE} where nothing was said
 */
public record CaseConfig(
        @Nullable String client,
        @Nullable String skin,
        Target target,
        Map<Stage, StageInfo> stages,
        Map<String, ViewConfig> views,
        Set<String> excluded,
        Consent consent) {
    public CaseConfig {
        stages = Collections.unmodifiableMap(new TreeMap<>(stages));
        views = Collections.unmodifiableMap(new TreeMap<>(views));
        excluded = Collections.unmodifiableSet(new TreeSet<>(excluded));
    }

    /** Of a case without {@code case.yaml}. */
    public static CaseConfig empty() {
        return new CaseConfig(null, null, Target.NONE, Map.of(), Map.of(), Set.of(), Consent.NONE);
    }

    /** What is said of {@code view}, or the defaults. */
    public ViewConfig view(String view) {
        ViewConfig config = views.get(view);
        return config == null ? ViewConfig.defaults() : config;
    }
}
