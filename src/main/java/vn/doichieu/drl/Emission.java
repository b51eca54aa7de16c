package vn.doichieu.drl;

import java.util.List;
import vn.doichieu.fence.Fact;

/**
 * What a rule said.
 *
 * @param rule the rule's name
 * @param fact the fact that was emitted
 * @param others the facts that were emitted with it, in order
 */
public record Emission(String rule, Fact fact, List<Fact> others) {}
