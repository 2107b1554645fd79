import { gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Media {
  schema?: object;
}
export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  description?: string;
  schema?: Shape;
}
/** As much of JSON Schema as our own document speaks. */
export interface Shape {
  $ref?: string;
  type?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Shape | false;
  prefixItems?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
}
export interface Operation {
  operationId?: string;
  summary?: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Shape }> };
  responses: Record<string, { description: string; content?: Record<string, Media> }>;
}
export interface Api {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Shape> };
}

/** References stand relative to the document: points them at the schema that was added. */
const located = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components'));

/** The text of a body, unpacked as a client does that asked for it packed. */
async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return (response.headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
}

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Holds answers against what an API document says of them. */
export function described(api: Api) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', components: api.components });
  const validators = new Map<string, ValidateFunction>();
  const compile = (schema: object): ValidateFunction => {
    const key = JSON.stringify(schema);
    const known = validators.get(key) ?? ajv.compile(located(schema));
    validators.set(key, known);
    return known;
  };
  const wrongOf = (schema: object, value: unknown): string | null => {
    const validate = compile(schema);
    return validate(value) ? null : ajv.errorsText(validate.errors);
  };

  async function wrongBody(response: Response, type: string, media: Media): Promise<string | null> {
    if (type === 'text/event-stream') {
      // It does not end by itself.
      await response.body?.cancel();
      return null;
    }
    const { schema = {} } = media;
    const isText = (schema as Shape).type === 'string';
    const text = await textOf(response);
    if (type.includes('json') && !type.includes('ndjson')) return wrongOf(schema, JSON.parse(text));
    if (type !== 'application/x-ndjson') return wrongOf(schema, text);
    const lines = linesOf(text);
    return isText
      ? null
      : (lines.map((line) => wrongOf(schema, line)).find((wrong) => wrong !== null) ?? null);
  }

  /** What is wrong with an answer to an operation; null when it is as described. Reads its body. */
  async function mistakeOf(response: Response, method: string, path: string): Promise<string | null> {
    const where = `${method.toUpperCase()} ${path} ${response.status}`;
    const answer = api.paths[path]?.[method]?.responses[response.status];
    if (answer === undefined) return `${where} is not described: ${await response.text()}`;
    const full = response.headers.get('content-type') ?? '';
    const type = full.split(';')[0] ?? '';
    if (!answer.content) {
      const text = await response.text();
      return text === '' ? null : `${where} has a body: ${text}`;
    }
    if (response.status >= 400 && type !== 'application/problem+json')
      return `${where} is ${type}, no problem`;
    const media = answer.content[full] ?? answer.content[type];
    if (media === undefined) return `${where} does not describe ${full}`;
    const wrong = await wrongBody(response, type, media);
    return wrong === null ? null : `${where} ${full}: ${wrong}`;
  }
  return { mistakeOf, wrongOf };
}
