package vn.doichieu.web.audit;

/**
 * One entry of the log.
 *
 * @param number from 1, without gaps
 * @param at the instant in UTC, ISO 8601
 * @param actor the account's login; "system" for the program, "-" for nobody
 * @param address the network address
 * @param action what was done, a word with dots: {@code submission.made}
 * @param subject what it was done to
 * @param detail what else is worth knowing; never a password, token or figure
 * @param previous the hash of the entry before
 * @param hash the keyed hash of all of the above
 */
public record AuditEntry(
    long number,
    String at,
    String actor,
    String address,
    String action,
    String subject,
    String detail,
    String previous,
    String hash) {}
