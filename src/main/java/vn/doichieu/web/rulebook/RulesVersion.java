package vn.doichieu.web.rulebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan's rule files, which never changes.
 *
 * @param number from 1, one after another within the plan
 * @param hash the SHA-256 over the names and contents of its files
 * @param note why it was made
 * @param basedOn the version it was edited from; null for the first
 * @param draftedBy the account that proposed it; null where it came with the program
 * @param approvedBy the account that approved it; likewise
 */
public record RulesVersion(
    long id,
    String planId,
    int number,
    String hash,
    String note,
    @Nullable Long basedOn,
    @Nullable Long draftedBy,
    @Nullable Long approvedBy,
    Instant publishedAt) {}
