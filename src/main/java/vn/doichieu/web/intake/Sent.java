package vn.doichieu.web.intake;

/**
 * A file as it came.
 *
 * @param name as its sender calls it: nothing to make a path of
 */
public record Sent(String name, byte[] content) {}
