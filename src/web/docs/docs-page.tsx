import { Page } from '../layout.tsx';
import { type Api, type Call, callsOf, type Parameter, type Schema } from './api-shapes.ts';
import { Fields, Limits, TypeName } from './schema-view.tsx';

/** A line, with code between backticks. */
export const Line = ({ text }: { text: string | undefined }) => (
  <>{(text ?? '').split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
);

const Prose = ({ text }: { text: string }) => (
  <>
    {text.split('\n\n').map((paragraph) => (
      <p>
        <Line text={paragraph} />
      </p>
    ))}
  </>
);

const Parameters = ({ rows }: { rows: readonly Parameter[] }) => (
  <dl class="fields">
    {rows.map((row) => (
      <div>
        <dt>
          <code>{row.name}</code>
          <span class="type">
            {row.in}, <TypeName schema={row.schema ?? {}} />
            {row.required ? ', required' : ''}
          </span>
        </dt>
        <dd>
          <Line text={row.description ?? row.schema?.description} /> <Limits schema={row.schema ?? {}} />
        </dd>
      </div>
    ))}
  </dl>
);

const Bodies = ({ content }: { content: Record<string, { schema?: Schema }> | undefined }) => (
  <>
    {Object.entries(content ?? {}).map(([type, { schema }]) => (
      <span class="body">
        <code>{type}</code> <TypeName schema={schema ?? {}} />
      </span>
    ))}
  </>
);

const example = (call: Call): string => {
  const path = call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  const method = call.method === 'GET' ? '' : `-X ${call.method} `;
  const body = call.requestBody ? " -H 'content-type: application/json' -d @article.json" : '';
  return `curl ${method}http://127.0.0.1:8787${path}${body}`;
};

const CallView = ({ call }: { call: Call }) => (
  <article class="call" id={call.id}>
    <h3>
      <span class={`method ${call.method.toLowerCase()}`}>{call.method}</span> <code>{call.path}</code>
    </h3>
    <p class="lede-small">{call.summary}</p>
    {call.description ? <Prose text={call.description} /> : null}
    <pre>{example(call)}</pre>
    {call.parameters?.length ? (
      <>
        <h4>Parameters</h4>
        <Parameters rows={call.parameters} />
      </>
    ) : null}
    {call.requestBody ? (
      <>
        <h4>Body</h4>
        <p>
          <Bodies content={call.requestBody.content} />
        </p>
        {call.requestBody.description ? <Prose text={call.requestBody.description} /> : null}
      </>
    ) : null}
    <h4>Answers</h4>
    <dl class="fields answers">
      {Object.entries(call.responses ?? {}).map(([status, response]) => (
        <div>
          <dt>
            <code>{status}</code>
          </dt>
          <dd>
            <Line text={response.description} /> <Bodies content={response.content} />
          </dd>
        </div>
      ))}
    </dl>
  </article>
);

const SchemaView = ({ name, schema }: { name: string; schema: Schema }) => (
  <article class="schema" id={`schema-${name}`}>
    <h3>{name}</h3>
    {schema.description ? <p class="lede-small">{schema.description}</p> : null}
    {schema.properties ? (
      <Fields schema={schema} />
    ) : (
      <p>
        <TypeName schema={schema} />
      </p>
    )}
  </article>
);

/** The API, read from its own OpenAPI document. */
export function DocsPage(props: {
  api: Api;
  errors: readonly { code: string; status: number; title: string }[];
  style: string;
}) {
  const { api } = props;
  const calls = callsOf(api);
  const tags = api.tags ?? [];
  const schemas = Object.entries(api.components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <Page title="API – Crosscheck" style={props.style}>
      <div class="docs">
        <nav class="contents" aria-label="Calls">
          {tags.map((tag) => (
            <>
              <p>{tag.name}</p>
              <ul>
                {calls
                  .filter((call) => call.tags?.includes(tag.name))
                  .map((call) => (
                    <li>
                      <a href={`#${call.id}`}>{call.summary ?? call.id}</a>
                    </li>
                  ))}
              </ul>
            </>
          ))}
          <p>
            <a href="#errors">Errors</a>
          </p>
          <p>
            <a href="#schemas">Shapes</a>
          </p>
        </nav>
        <div>
          <div class="hero">
            <h1>API</h1>
            <p class="facts">
              Version {api.info.version} · <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1)
            </p>
          </div>
          <Prose text={api.info.description ?? ''} />
          {tags.map((tag) => (
            <section aria-labelledby={`tag-${tag.name}`}>
              <h2 id={`tag-${tag.name}`}>{tag.name}</h2>
              <p class="lede-small">{tag.description}</p>
              {calls
                .filter((call) => call.tags?.includes(tag.name))
                .map((call) => (
                  <CallView call={call} />
                ))}
            </section>
          ))}
          <section aria-labelledby="errors">
            <h2 id="errors">Errors</h2>
            <table class="plain">
              <caption>The code of a problem, its status, and what it means.</caption>
              <thead>
                <tr>
                  <th scope="col">Code</th>
                  <th scope="col">Status</th>
                  <th scope="col">Meaning</th>
                </tr>
              </thead>
              <tbody>
                {props.errors.map((row) => (
                  <tr id={row.code}>
                    <th scope="row">
                      <code>{row.code}</code>
                    </th>
                    <td>{row.status}</td>
                    <td>{row.title}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section aria-labelledby="schemas">
            <h2 id="schemas">Shapes</h2>
            {schemas.map(([name, schema]) => (
              <SchemaView name={name} schema={schema} />
            ))}
          </section>
        </div>
      </div>
    </Page>
  );
}
