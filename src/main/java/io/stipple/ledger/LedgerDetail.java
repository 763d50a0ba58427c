package io.stipple.ledger;

/**
 * What an entry is about.
 *
 * @param entry of the chain
 * @param subject whom or what it is about: a pseudonym
 * @param identity tells the same finding from another; empty where the caller gave none
 * @param text as the caller gave it
 */
public record LedgerDetail(LedgerEntry entry, String subject, String identity, String text) {}
