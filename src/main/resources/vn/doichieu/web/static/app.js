// Small help for pages that work without it.
(function () {
  'use strict';
  var here = document.querySelector('.top [aria-current]');
  if (here) {
    here.parentNode.parentNode.scrollLeft = here.offsetLeft - 16; // On a telephone the menu is a strip.
  }
  var csrf = document.querySelector('meta[name="csrf"]');
  document.addEventListener('htmx:configRequest', function (event) {
    if (csrf) {
      event.detail.headers[csrf.dataset.header] = csrf.content;
    }
  });
})();
