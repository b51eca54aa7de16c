// json-rules-engine: a rule for each outcome; the needed n is a fact of its own, since a rule only compares.
const { Engine } = require("json-rules-engine");
const { run } = require("./shared.cjs");

run(async (targets) => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const contrary = { ">=": "lessThan", ">": "lessThanInclusive" };
  const comparator = { ">=": "greaterThanInclusive", ">": "greaterThan" };
  targets.forEach((target, i) => {
    const [t, n, d] = ["t" + (i + 1), "n" + (i + 1), "d" + (i + 1)];
    const known = [
      { fact: n, operator: "greaterThanInclusive", value: 0 },
      { fact: d, operator: "greaterThan", value: 0 },
    ];
    const needed = { fact: "needed" + (i + 1) };
    engine.addFact("needed" + (i + 1), async (_, almanac) => {
      return ((await almanac.factValue(d)) * target.percent) / 100;
    });
    const rule = (result, conditions) =>
      engine.addRule({ conditions, event: { type: t, params: { result } } });
    rule("not_applicable", { all: [{ fact: d, operator: "equal", value: 0 }] });
    rule("missing", {
      any: [
        { fact: d, operator: "equal", value: undefined },
        {
          all: [
            { fact: d, operator: "greaterThan", value: 0 },
            { fact: n, operator: "equal", value: undefined },
          ],
        },
      ],
    });
    rule("met", {
      all: [...known, { fact: n, operator: comparator[target.comparator], value: needed }],
    });
    rule("not_met", {
      all: [...known, { fact: n, operator: contrary[target.comparator], value: needed }],
    });
  });
  return async (units) => {
    const results = [];
    for (const unit of units) {
      const { events } = await engine.run(unit);
      const told = {};
      for (const event of events) {
        told[event.type] = event.params.result;
      }
      results.push(told);
    }
    return results;
  };
});
