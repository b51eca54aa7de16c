// Sorting, filtering and arrow keys for the table of results; charts from the tables beside them.
(function () {
  'use strict';

  function each(list, then) { Array.prototype.forEach.call(list, then); }

  function reveal() {
    each(document.querySelectorAll('.scripted'), function (part) { part.hidden = false; });
  }

  function grid() {
    var table = document.getElementById('grid');
    if (!table) { return; }
    var body = table.tBodies[0];
    var heads = table.tHead.rows[0].cells;
    var unit = document.getElementById('filter-unit');
    var result = document.getElementById('filter-result');
    var priority = document.getElementById('filter-priority');
    var status = document.getElementById('grid-status');
    var current = null;

    function rows() { return Array.prototype.slice.call(body.rows); }

    // Sorting: a unit by the order of reading, a column by how bad its result is.
    function key(row, column, kind) {
      if (kind === 'unit') { return Number(row.dataset.order); }
      if (kind === 'failing') { return -Number(row.dataset.failing); }
      var rank = row.cells[column].dataset.rank;
      return rank === undefined ? 99 : Number(rank);
    }
    function sort(head, column) {
      var up = head.getAttribute('aria-sort') !== 'ascending';
      each(heads, function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      var kind = head.dataset.sort;
      rows().sort(function (a, b) {
        var by = key(a, column, kind) - key(b, column, kind);
        return (up ? by : -by) || Number(a.dataset.order) - Number(b.dataset.order);
      }).forEach(function (row) { body.appendChild(row); });
    }
    each(heads, function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      while (head.firstChild) { button.appendChild(head.firstChild); }
      head.appendChild(button);
      button.addEventListener('click', function () { sort(head, column); });
    });

    // Filtering: what does not fit is hidden, rows and columns alike.
    function plain(text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase(); }
    function filter() {
      var wanted = plain(unit.value.trim());
      var columns = 0;
      each(heads, function (head, column) {
        var hide = column > 1 && priority.value !== '' && head.dataset.priority !== priority.value;
        head.hidden = hide;
        columns += column > 1 && !hide ? 1 : 0;
      });
      var shown = 0;
      rows().forEach(function (row) {
        var fits = plain(row.cells[0].textContent).indexOf(wanted) >= 0;
        var has = result.value === '';
        each(row.cells, function (cell, column) {
          cell.hidden = heads[column].hidden;
          var same = cell.dataset.result === result.value;
          has = has || (same && !cell.hidden);
          cell.classList.toggle('dim', result.value !== '' && column > 1 && !same);
        });
        row.hidden = !(fits && has);
        shown += row.hidden ? 0 : 1;
      });
      status.textContent = status.dataset.text.replace('{0}', shown).replace('{1}', columns);
      rove(firstLink());
    }
    [unit, result, priority].forEach(function (field) { field.addEventListener('input', filter); });
    unit.form.addEventListener('reset', function () { window.setTimeout(filter, 0); });
    unit.form.addEventListener('submit', function (event) { event.preventDefault(); });

    // One stop of the tab key for the whole table; arrow keys go on from there.
    function firstLink() {
      var links = body.querySelectorAll('a');
      for (var i = 0; i < links.length; i++) {
        if (links[i].offsetParent) { return links[i]; }
      }
      return null;
    }
    function rove(link) {
      if (current) { current.tabIndex = -1; }
      current = link;
      if (link) { link.tabIndex = 0; }
    }
    each(body.querySelectorAll('a'), function (link) { link.tabIndex = -1; });
    rove(firstLink());
    body.addEventListener('focusin', function (event) {
      if (event.target.tagName === 'A') { rove(event.target); }
    });
    function next(cell, dx, dy) {
      var row = cell.parentNode;
      var column = cell.cellIndex;
      for (;;) {
        if (dy) {
          row = dy > 0 ? row.nextElementSibling : row.previousElementSibling;
          if (!row) { return null; }
        } else {
          column += dx;
          if (column < 0 || column >= row.cells.length) { return null; }
        }
        var link = !row.hidden && !row.cells[column].hidden && row.cells[column].querySelector('a');
        if (link) { return link; }
      }
    }
    var moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    body.addEventListener('keydown', function (event) {
      var cell = event.target.closest('td, th');
      if (!cell || event.target.tagName !== 'A') { return; }
      var link = null;
      if (moves[event.key]) {
        link = next(cell, moves[event.key][0], moves[event.key][1]);
      } else if (event.key === 'Home') {
        link = cell.parentNode.cells[0].querySelector('a');
      } else if (event.key === 'End') {
        var all = cell.parentNode.querySelectorAll('td:not([hidden]) a');
        link = all[all.length - 1];
      } else {
        return;
      }
      event.preventDefault();
      if (link) { link.focus(); }
    });
    filter();
  }

  function colour(name) {
    var probe = document.createElement('span');
    probe.className = name;
    document.body.appendChild(probe);
    var found = window.getComputedStyle(probe).backgroundColor;
    probe.remove();
    return found;
  }

  function draw(frame, option) {
    frame.hidden = false;
    var chart = window.echarts.init(frame);
    option.animation = false;
    option.textStyle = { fontFamily: window.getComputedStyle(document.body).fontFamily };
    chart.setOption(option);
    window.addEventListener('resize', function () { chart.resize(); });
  }

  function tally(frame) {
    var rows = document.querySelectorAll('.tally tbody tr');
    var names = [];
    var bars = [];
    each(rows, function (row) {
      names.unshift(row.cells[0].textContent.trim());
      bars.unshift({ value: Number(row.cells[3].textContent),
        itemStyle: { color: colour('r-' + row.dataset.result), borderColor: '#555', borderWidth: 1 } });
    });
    draw(frame, {
      grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', data: names, axisLabel: { color: '#1b1b1b' } },
      series: [{ type: 'bar', barMaxWidth: 32, data: bars, label: { show: true, position: 'right', color: '#1b1b1b' } }]
    });
  }

  function deadlines(frame) {
    var table = document.getElementById('deadline-table');
    var names = [];
    each(table.tBodies[0].rows, function (row) { names.unshift(row.cells[1].dataset.label); });
    var series = [];
    each(table.tHead.rows[0].cells, function (head, column) {
      if (!head.dataset.series) { return; }
      var data = [];
      each(table.tBodies[0].rows, function (row) { data.unshift(Number(row.cells[column].textContent) || null); });
      if (data.some(Boolean)) {
        series.push({ type: 'bar', barMaxWidth: 32, stack: 'all', name: head.textContent.trim(), data: data,
          itemStyle: { color: colour(head.dataset.series), borderColor: '#555', borderWidth: 1 },
          label: { show: true, color: '#1b1b1b' } });
      }
    });
    frame.style.height = Math.max(10, 5 + names.length * 1.6) + 'rem';
    draw(frame, {
      legend: { top: 0, type: 'scroll' },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', data: names, axisLabel: { color: '#1b1b1b' } },
      series: series
    });
  }

  reveal();
  grid();
  if (window.echarts) {
    each(document.querySelectorAll('[data-chart]'), function (frame) {
      (frame.dataset.chart === 'tally' ? tally : deadlines)(frame);
    });
  }
})();
