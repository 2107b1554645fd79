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

if (topic && 'EventSource' in window) {
  const query = new URLSearchParams({ since: 'now', topic, type: TYPES.join(',') });
  const stream = new EventSource(`/v1/events?${query}`);
  for (const type of TYPES) stream.addEventListener(type, tell);
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) stream.close();
  });
  window.addEventListener('pagehide', () => stream.close());
}
