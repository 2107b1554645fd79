// Tells that a topic changed while it was read. Nothing moves until the reader asks for it; without a stream, nothing is said.
const topic = document.body.dataset.topic;
const TYPES = [
  'topic.changed',
  'topic.moved',
  'consensus.changed',
  'conflict.opened',
  'conflict.changed',
  'conflict.resolved',
  'finding.updated',
];

function tell() {
  if (document.querySelector('.news')) return;
  const news = document.createElement('p');
  news.className = 'news';
  news.setAttribute('role', 'status');
  const link = document.createElement('a');
  link.href = location.pathname + location.search;
  link.textContent = 'Reload';
  link.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  news.append('This topic was updated. ', link);
  document.body.append(news);
}

/** Listens from a place in the sequence of changes: of what came while the page was on its way, nothing is missed. */
function listen(since) {
  const query = new URLSearchParams({ since, topic, type: TYPES.join(',') });
  const stream = new EventSource(`/v1/events?${query}`);
  const leave = () => stream.close();
  for (const type of TYPES) stream.addEventListener(type, tell);
  stream.addEventListener('error', () => {
    if (stream.readyState !== EventSource.CLOSED) return;
    window.removeEventListener('pagehide', leave);
    // What followed that place may no longer be kept: then from here on.
    if (since !== 'now') listen('now');
  });
  window.addEventListener('pagehide', leave);
}

if (topic && 'EventSource' in window) listen(document.body.dataset.since || 'now');
