package vn.doichieu.web.dryrun;

/**
 * A file as it came.
 *
 * @param name as its sender calls it: nothing to make a path of
 */
public record Sent(String name, byte[] content) {}
