// GoRules zen: one expression node with all targets; 100 evaluations in flight.
const { ZenEngine } = require("@gorules/zen-engine");
const { run } = require("./shared.cjs");

const IN_FLIGHT = 100;

run(async (targets) => {
  const expressions = targets.map((target, i) => {
    const [n, d] = ["n" + (i + 1), "d" + (i + 1)];
    return {
      id: "e" + (i + 1),
      key: "t" + (i + 1),
      value:
        `${d} == 0 ? 'not_applicable' : ${n} == null or ${d} == null ? 'missing' : ` +
        `${n} * 100 ${target.comparator} ${d} * ${target.percent} ? 'met' : 'not_met'`,
    };
  });
  const content = {
    nodes: [
      { id: "in", type: "inputNode", name: "in" },
      { id: "rules", type: "expressionNode", name: "rules", content: { expressions } },
      { id: "out", type: "outputNode", name: "out" },
    ],
    edges: [
      { id: "1", type: "edge", sourceId: "in", targetId: "rules" },
      { id: "2", type: "edge", sourceId: "rules", targetId: "out" },
    ],
  };
  const decision = new ZenEngine().createDecision(content);
  return async (units) => {
    const results = [];
    for (let from = 0; from < units.length; from += IN_FLIGHT) {
      const batch = units.slice(from, from + IN_FLIGHT).map((unit) => decision.evaluate(unit));
      for (const told of await Promise.all(batch)) {
        results.push(told.result);
      }
    }
    return results;
  };
});
