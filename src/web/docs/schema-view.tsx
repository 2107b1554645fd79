import type { Child } from 'hono/jsx';
import { refName, type Schema } from './api-shapes.ts';

const SchemaLink = ({ name }: { name: string }) => <a href={`#schema-${name}`}>{name}</a>;

const joined = (parts: Child[], by: string): Child[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [by, part]));

/** A type in one line: `Claim[] or null`. */
export function TypeName({ schema }: { schema: Schema }): Child {
  if (schema.$ref !== undefined) return <SchemaLink name={refName(schema.$ref)} />;
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (several !== undefined)
    return (
      <>
        {joined(
          several.map((each) => <TypeName schema={each} />),
          ' or ',
        )}
      </>
    );
  if (schema.const !== undefined) return <code>{JSON.stringify(schema.const)}</code>;
  if (schema.items !== undefined && schema.type === 'array')
    return (
      <>
        list of <TypeName schema={schema.items} />
      </>
    );
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'anything'];
  return <>{types.join(' or ')}</>;
}

const bounds = (schema: Schema): string[] =>
  (
    [
      ['from', schema.minimum],
      ['to', schema.maximum],
      ['at least', schema.minLength === 1 ? undefined : schema.minLength, 'characters'],
      ['at most', schema.maxLength, 'characters'],
    ] as const
  ).flatMap(([word, bound, unit]) =>
    bound === undefined ? [] : [`${word} ${bound}${unit ? ` ${unit}` : ''}`],
  );

/** What a value may be, beyond its type. */
export function Limits({ schema }: { schema: Schema }): Child {
  const parts: Child[] = [];
  if (schema.enum !== undefined)
    parts.push(
      joined(
        schema.enum.filter((each) => each !== null).map((each) => <code>{String(each)}</code>),
        ' ',
      ),
    );
  parts.push(...bounds(schema));
  if (schema.default !== undefined) parts.push(<>default {JSON.stringify(schema.default)}</>);
  return parts.length === 0 ? null : <small>{joined(parts, ', ')}</small>;
}

/** The fields of an object; objects without a name of their own are unfolded in place. */
export function Fields({ schema }: { schema: Schema }): Child {
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) return null;
  return (
    <dl class="fields">
      {properties.map(([name, field]) => {
        const inner = field.properties ? field : field.items?.properties ? field.items : null;
        return (
          <div>
            <dt>
              <code>{name}</code>
              <span class="type">
                <TypeName schema={field} />
                {schema.required?.includes(name) ? '' : ', may be missing'}
              </span>
            </dt>
            <dd>
              {field.description ?? ''} <Limits schema={field} />
              {inner === null ? null : <Fields schema={inner} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
