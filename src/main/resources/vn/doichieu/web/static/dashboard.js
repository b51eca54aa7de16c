// Arrow keys for the table of results; charts from the tables beside them.
(function () {
  'use strict';

  function each(list, then) { Array.prototype.forEach.call(list, then); }

  function reveal() {
    each(document.querySelectorAll('.scripted'), function (part) { part.hidden = false; });
  }

  // One stop of the tab key for the whole table; arrow keys go on from there.
  function grid() {
    var part = document.getElementById('grid-part');
    if (!part) { return; }
    document.getElementById('grid-status').textContent = part.dataset.status;
    var table = document.getElementById('grid');
    if (!table) { return; }
    var body = table.tBodies[0];
    var current = null;

    function rove(link) {
      if (current) { current.tabIndex = -1; }
      current = link;
      if (link) { link.tabIndex = 0; }
    }
    each(body.querySelectorAll('a'), function (link) { link.tabIndex = -1; });
    rove(body.querySelector('a'));
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
        var link = row.cells[column].querySelector('a');
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
        var all = cell.parentNode.querySelectorAll('td a');
        link = all[all.length - 1];
      } else {
        return;
      }
      event.preventDefault();
      if (link) { link.focus(); }
    });
  }

  // Another part of the table has come: whoever stood on what is gone goes on from the table.
  function came(event) {
    if (event.detail.elt.id !== 'grid-part') { return; }
    grid();
    var frame = event.detail.elt.querySelector('.grid-frame');
    if (frame && document.activeElement === document.body) { frame.focus(); }
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
    frame.hidden = false;
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
      // Long words take two lines on a telephone, or they would be cut.
      yAxis: { type: 'category', data: names,
        axisLabel: { color: '#1b1b1b', interval: 0, width: Math.min(160, frame.clientWidth * 0.35), overflow: 'break', lineHeight: 14 } },
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
  document.addEventListener('htmx:afterSettle', came);
  if (window.echarts) {
    each(document.querySelectorAll('[data-chart]'), function (frame) {
      (frame.dataset.chart === 'tally' ? tally : deadlines)(frame);
    });
  }
})();
