
(() => {
  const bar = document.getElementById("filter_");
  if (!bar) return;
  const unit = document.getElementById("unit_");
  const result = document.getElementById("result_");
  const shown = document.getElementById("shown_");
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const groups = document.querySelectorAll(".group, .grid tbody");
  const mixed = new Set();
  let lines = [];

  const around = (group) => group.parentElement.closest(".group");

  function withAll(set, group) {
    for (let g = group; g && !set.has(g); g = around(g)) set.add(g);
  }

  function read() {
    lines = Array.from(document.querySelectorAll("[data-u], [data-r]"), (element) => ({
      element,
      unit: Number(element.getAttribute("data-u")),
      results: Number(element.getAttribute("data-r")),
      row: element.localName === "tr",
      group: element.closest(".group, .grid tbody"),
      hidden: false,
    }));
    const used = new Set();
    lines.forEach((line) => withAll(used, line.group));
    groups.forEach((group) => {
      if (!used.has(group)) mixed.add(group);
    });
    document
      .querySelectorAll("tbody > tr:not([data-u], [data-r], .title)")
      .forEach((row) => withAll(mixed, row.closest(".group, .grid tbody")));
  }

  function apply() {
    const theUnit = Number(unit.value);
    const theResult = Number(result.value);
    const kept = new Set();
    let all = 0;
    let count = 0;
    for (const line of lines) {
      const hidden =
        (theUnit !== 0 && line.unit !== 0 && line.unit !== theUnit) ||
        (theResult !== 0 && line.results !== 0 && (line.results & theResult) === 0);
      if (hidden !== line.hidden) {
        line.element.hidden = line.hidden = hidden;
      }
      if (!hidden) withAll(kept, line.group);
      if (line.row) {
        all++;
        if (!hidden) count++;
      }
    }
    groups.forEach((group) => {
      group.hidden = !kept.has(group) && !mixed.has(group);
    });
    bar.classList.toggle("on", theUnit !== 0 || theResult !== 0);
    shown.textContent = shown.dataset.text
      .replace("{0}", () => number.format(count))
      .replace("{1}", () => number.format(all));
  }

  read();
  unit.addEventListener("change", apply);
  result.addEventListener("change", apply);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const target = link && document.getElementById(link.hash.slice(1));
    if (target && target.closest("[hidden]")) {
      unit.value = result.value = "0";
      apply();
    }
  });
  bar.hidden = false;
  apply();
})();
