import { z } from '@hono/zod-openapi';
import { lastMomentOf } from '../value/calendar.ts';

/** An id or key to filter by. */
export const key = (description: string) =>
  z.string().min(1, 'Leave it out rather than empty.').max(300).optional().meta({ description });

const NUMBER = 'Give a number such as 24 or 3.5.';

export const numeric = (description: string) =>
  z
    .string()
    .regex(/^-?\d{1,15}(?:\.\d{1,6})?$/, NUMBER)
    .transform(Number)
    .optional()
    .openapi({ type: 'number', description });

const INSTANT = 'Give a day such as 2025-10-07 or an RFC 3339 time such as 2025-10-07T12:00:00Z.';

/** A day or an instant; hands on RFC 3339 in UTC to the second. */
export const instant = (description: string) =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: INSTANT })
    .transform((text) => new Date(text).toISOString().replace(/\.\d+Z$/, 'Z'))
    .optional()
    .openapi({ type: 'string', description, example: '2025-10-07' });

/** The filter of lists that are read again and again. */
export const updatedSince = instant(
  'Changed at or after; the list then starts with what changed last. Ask from a little before your last visit. What is gone is not in it: GET /v1/changes tells of that too.',
);

/** The time to look back to; a day means its end. Hands on RFC 3339 in UTC. */
export const asOf = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: INSTANT })
  .transform((text) => new Date(lastMomentOf(text)).toISOString())
  .optional()
  .openapi({
    type: 'string',
    example: '2025-10-07',
    description:
      'Answers as it stood then: with what had been published by then, in the version that was in place. A day means its end, UTC.',
  });

/** A comma-separated choice out of a closed list. */
export const choices = <Name extends string>(
  names: readonly [Name, ...Name[]],
  description: string,
  preset?: Name[],
) => {
  const known = `Give one or more of ${names.join(', ')}, separated by commas.`;
  return z
    .string()
    .max(200)
    .default(preset?.join(',') ?? '')
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.enum(names, { error: known })).min(preset ? 1 : 0, known))
    .openapi({
      type: 'string',
      description: `${description} Any of ${names.join(', ')}, separated by commas.`,
      ...(preset ? { default: preset.join(',') } : {}),
    });
};

/** The id in the address. */
export const idParam = (description: string) =>
  z.object({ id: z.string().min(1).max(300).meta({ description }) });

/** The topic in the address. */
export const topicParam = z.object({
  topic: z.string().min(1).max(300).meta({ description: 'Id of the topic.' }),
});
