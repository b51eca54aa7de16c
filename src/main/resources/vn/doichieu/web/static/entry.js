// Asks before a page with typed figures is left; without it the page works all the same.
(function () {
  'use strict';
  var form = document.querySelector('form.entry');
  var typed = false;
  if (!form) {
    return;
  }
  form.addEventListener('input', function () { typed = true; });
  form.addEventListener('submit', function () { typed = false; });
  window.addEventListener('beforeunload', function (event) {
    if (typed) {
      event.preventDefault();
    }
  });
})();
