/** What a wall's document carries beside the page's own code, for the case that this does not run. */
import { createHash } from 'node:crypto';

/**
 * A page whose code does not run stands still and looks alive. It is loaded anew every minute, as the page for boxes
 * without script is; the worker, where there is one, then gives the last build that ran. Where neither worker nor server
 * answers, the picture stays. For any browser that runs script at all.
 */
const GUARD = `(function () {
  var timer = setInterval(function () {
    if (document.documentElement.getAttribute('data-runs')) {
      clearInterval(timer);
      return;
    }
    var worker = navigator.serviceWorker;
    function again(answered) {
      if (answered || (worker && worker.controller)) location.reload();
    }
    var stop = new AbortController();
    setTimeout(function () { stop.abort(); }, 20000);
    fetch(location.href, { method: 'HEAD', signal: stop.signal }).then(
      function (reply) { again(reply.status < 500); },
      function () { again(false); }
    );
  }, 60000 + Math.random() * 10000);
})();`.replace(/\n\s*/g, '');

/** The script element, and what a content security policy has to name for it to run. */
export const wallGuard = {
  element: `<script>${GUARD}</script>`,
  source: `'sha256-${createHash('sha256').update(GUARD).digest('base64')}'`,
};
