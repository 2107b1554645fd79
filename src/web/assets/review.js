// Lets people with a key judge a finding. The key stays in this tab and goes nowhere but to this server.
const STORE = 'crosscheck-key';
const JUDGEMENTS = [
  ['confirm', 'Confirm'],
  ['dismiss', 'Dismiss'],
  ['same', 'Same question'],
  ['not-same', 'Not the same question'],
];

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const field = (label, properties) => {
  const input = make('input', properties);
  return { input, label: make('label', { className: 'field' }, make('span', {}, label), input) };
};

/** What the server said, in words that a person can act on. */
async function answerOf(response) {
  if (response.ok) return 'Kept. Reload to see what it changes.';
  if (response.status === 401) return 'The key is not known here. Enter it again.';
  if (response.status === 403) return 'This key may not review.';
  const problem = await response.json().catch(() => null);
  return problem?.detail ?? `The server answered with ${response.status}.`;
}

async function send(finding, action, reason) {
  const body = { action, reason };
  if (action.endsWith('same')) body.claims = finding.dataset.claims.split(' ');
  return fetch(`/v1/findings/${encodeURIComponent(finding.id)}/reviews`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sessionStorage.getItem(STORE)}` },
    body: JSON.stringify(body),
  });
}

function askReason(finding, action, label, place, status) {
  const { input, label: reason } = field(`${label}: why?`, {
    required: true,
    maxLength: 2000,
    name: 'reason',
  });
  const form = make(
    'form',
    { className: 'filters', method: 'dialog' },
    reason,
    make('button', { type: 'submit' }, 'Send'),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    status.textContent = 'Sending …';
    try {
      const response = await send(finding, action, input.value);
      status.textContent = await answerOf(response);
      if (response.ok) form.remove();
    } catch {
      status.textContent = 'The server cannot be reached. Nothing was lost: send it again.';
    }
  });
  place.replaceChildren(form);
  input.focus();
}

function addButtons(finding) {
  if (finding.querySelector('.judge')) return;
  const place = make('div');
  const status = make('p', { className: 'said-of-it' });
  status.setAttribute('role', 'status');
  const pairs = (finding.dataset.claims ?? '').split(' ').length === 2;
  const buttons = JUDGEMENTS.filter(([action]) => pairs || !action.endsWith('same')).map(
    ([action, label]) => {
      const button = make('button', { type: 'button' }, label);
      button.addEventListener('click', () => askReason(finding, action, label, place, status));
      return button;
    },
  );
  const group = make('div', { className: 'judge' }, ...buttons, place, status);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Judge this finding');
  finding.append(group);
}

const findings = () => document.querySelectorAll('article.finding');

function keyForm(home) {
  const { input, label } = field('Key', {
    type: 'password',
    required: true,
    autocomplete: 'off',
    name: 'key',
  });
  const form = make(
    'form',
    { className: 'filters', method: 'dialog' },
    label,
    make('button', { type: 'submit' }, 'Use it'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sessionStorage.setItem(STORE, input.value.trim());
    show(home);
  });
  return make('details', {}, make('summary', {}, 'Review with a key'), form);
}

function show(home) {
  if (sessionStorage.getItem(STORE) === null) {
    home.replaceChildren(keyForm(home));
    for (const each of document.querySelectorAll('.judge')) each.remove();
    return;
  }
  const forget = make('button', { type: 'button' }, 'Forget the key');
  forget.addEventListener('click', () => {
    sessionStorage.removeItem(STORE);
    show(home);
  });
  home.replaceChildren(make('p', {}, 'You can judge each finding below. ', forget));
  for (const finding of findings()) addButtons(finding);
}

const first = document.querySelector('#discrepancies, #found');
if (first && findings().length > 0 && document.body.dataset.review === 'yes') {
  const home = make('div', { className: 'reviewing' });
  first.after(home);
  show(home);
}
