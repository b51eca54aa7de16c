// Small help for pages that work without it.
(function () {
  'use strict';
  var csrf = document.querySelector('meta[name="csrf"]');
  document.addEventListener('htmx:configRequest', function (event) {
    if (csrf) {
      event.detail.headers[csrf.dataset.header] = csrf.content;
    }
  });
})();
