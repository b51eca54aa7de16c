// What both engines share: node ENGINE.cjs INPUT PASSES
// INPUT holds {"targets": [{"percent", "comparator"}], "units": [{"n1", "d1", ...}]}; absent figures are left out.
// Judges all units PASSES times. Prints one letter for each finding of the last pass.
const fs = require("node:fs");

const LETTERS = { met: "M", not_met: "X", not_applicable: "0", missing: "?" };

exports.run = async (build) => {
  const { targets, units } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const judge = await build(targets);
  let results = [];
  for (let pass = 0; pass < Number(process.argv[3]); pass++) {
    results = await judge(units);
  }
  const out = results.map((unit) => targets.map((_, i) => LETTERS[unit["t" + (i + 1)]]).join(""));
  process.stdout.write(out.join(""));
};
