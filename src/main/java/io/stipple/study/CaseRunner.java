package io.stipple.study;

/** Finds out how the analysis does on a case. Called from several threads. */
@FunctionalInterface
interface CaseRunner {
    /** The scores of a case; throws whatever keeps it from being analysed. */
    CaseScores run(StudyCase one) throws Exception;
}
