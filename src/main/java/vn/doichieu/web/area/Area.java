package vn.doichieu.web.area;

/**
 * A district, a province, a ward: whatever plans are for.
 *
 * @param code the code of its own unit
 * @param revision counts everything that can change a finding: submissions, waivers, units
 * @param unitsRevision counts the changes of its units
 */
public record Area(long id, String code, String name, int revision, int unitsRevision) {}
