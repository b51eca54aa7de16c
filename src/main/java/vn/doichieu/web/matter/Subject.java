package vn.doichieu.web.matter;

/**
 * What a matter is about, in names.
 *
 * @param target the id and title of the target
 * @param period blank for every period
 */
public record Subject(String area, String unit, String target, String period) {}
