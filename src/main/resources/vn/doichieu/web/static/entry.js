// Asks before a page with typed figures is left; without it the page works all the same.
(function () {
  'use strict';
  var form = document.querySelector('form.entry');
  var typed = false;
  if (!form) {
    return;
  }
  form.addEventListener('input', function () { typed = true; });
  // A session ends after half an hour without a request: not while somebody types, for four hours.
  var asked = 0;
  var timer = setInterval(function () {
    if (typed && asked < 24) {
      asked += 1;
      fetch('/password', { method: 'GET', credentials: 'same-origin', redirect: 'manual' }).catch(function () {});
    } else if (asked >= 24) {
      clearInterval(timer);
    }
  }, 10 * 60 * 1000);
  form.addEventListener('submit', function () { typed = false; });
  window.addEventListener('beforeunload', function (event) {
    if (typed) {
      event.preventDefault();
    }
  });
})();
