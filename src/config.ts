import { z } from 'zod';

const flag = z.stringbool();

const perMinute = (preset: number, description: string) =>
  z.coerce
    .number()
    .int()
    .min(0)
    .default(preset)
    .meta({ description: `${description}; 0: no limit. This machine itself is never limited.` });

/** Every setting, with its default; read once at start. Names are environment variables. */
export const Config = z.object({
  CROSSCHECK_HOST: z.string().default('127.0.0.1').meta({ description: 'Address to listen on.' }),
  CROSSCHECK_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8787)
    .meta({ description: 'Port; 0 takes a free one.' }),
  CROSSCHECK_DATABASE: z
    .string()
    .min(1)
    .default('data/local/crosscheck.db')
    .meta({ description: 'SQLite file; its folder is made.' }),
  CROSSCHECK_VOCABULARY: z.string().optional().meta({ description: 'Folder with your own vocabulary.' }),
  CROSSCHECK_SAMPLES: flag
    .default(true)
    .meta({ description: 'Load the sample topics into an empty database.' }),
  CROSSCHECK_BODY_LIMIT: z.coerce
    .number()
    .int()
    .positive()
    .default(10_000_000)
    .meta({ description: 'Largest request body, in bytes.' }),
  CROSSCHECK_READING: z
    .enum(['open', 'keys'])
    .default('open')
    .meta({ description: 'Who may look: `open` everybody, `keys` who shows a key.' }),
  CROSSCHECK_WRITING: z
    .enum(['keys', 'open'])
    .default('keys')
    .meta({ description: 'Who may write: `keys` who shows a key, `open` everybody, for play at home.' }),
  CROSSCHECK_RATE_READ: perMinute(600, 'Reading requests a minute, for a key or an address'),
  CROSSCHECK_RATE_WRITE: perMinute(120, 'Writing requests a minute; a list or a stream is one'),
  CROSSCHECK_RATE_COSTLY: perMinute(
    60,
    'Requests a minute that are worked out anew: explain, check, as_of, method',
  ),
  CROSSCHECK_BEHIND_PROXY: flag
    .default(false)
    .meta({ description: 'Callers are told apart by the last address in X-Forwarded-For.' }),
  CROSSCHECK_CORS: z
    .string()
    .default('*')
    .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
    .pipe(z.array(z.union([z.literal('*'), z.url()])))
    .meta({
      description: 'Origins whose pages may read in a browser, separated by commas; `*` all, empty none.',
    }),
  CROSSCHECK_LOG: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .meta({ description: 'How much is logged to stderr.' }),
  CROSSCHECK_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'Give a full http(s) address.' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .meta({
      description:
        'Address of this server as others see it, for links in feeds and linked data; that of each request otherwise.',
    }),
  CROSSCHECK_CHANGES_DAYS: z.coerce
    .number()
    .int()
    .positive()
    .default(30)
    .meta({ description: 'For how many days changes, and what was sent to webhooks, are kept.' }),
  CROSSCHECK_CHANGES_KEPT: z.coerce
    .number()
    .int()
    .positive()
    .default(1_000_000)
    .meta({ description: 'How many changes are kept at most.' }),
  CROSSCHECK_STREAMS: z.coerce
    .number()
    .int()
    .min(0)
    .default(200)
    .meta({ description: 'How many may listen to events at once.' }),
  CROSSCHECK_ALLOW_PRIVATE_ADDRESSES: flag
    .default(false)
    .meta({ description: 'Let URLs on private networks be fetched, and webhooks be sent there. For tests.' }),
});

export interface Config {
  host: string;
  port: number;
  database: string;
  vocabulary: string | undefined;
  samples: boolean;
  bodyLimit: number;
  reading: 'open' | 'keys';
  writing: 'keys' | 'open';
  /** Requests a minute; 0: no limit. */
  rates: { read: number; write: number; costly: number };
  behindProxy: boolean;
  /** Origins whose pages may read; `*` for all. */
  cors: readonly string[];
  log: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  publicUrl: string | undefined;
  allowPrivateAddresses: boolean;
  changesDays: number;
  changesKept: number;
  streams: number;
}

/** @throws ZodError that names each wrong setting. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const settings = Config.parse(environment);
  return {
    host: settings.CROSSCHECK_HOST,
    port: settings.CROSSCHECK_PORT,
    database: settings.CROSSCHECK_DATABASE,
    vocabulary: settings.CROSSCHECK_VOCABULARY,
    samples: settings.CROSSCHECK_SAMPLES,
    bodyLimit: settings.CROSSCHECK_BODY_LIMIT,
    reading: settings.CROSSCHECK_READING,
    writing: settings.CROSSCHECK_WRITING,
    rates: {
      read: settings.CROSSCHECK_RATE_READ,
      write: settings.CROSSCHECK_RATE_WRITE,
      costly: settings.CROSSCHECK_RATE_COSTLY,
    },
    behindProxy: settings.CROSSCHECK_BEHIND_PROXY,
    cors: settings.CROSSCHECK_CORS,
    log: settings.CROSSCHECK_LOG,
    publicUrl: settings.CROSSCHECK_PUBLIC_URL,
    changesDays: settings.CROSSCHECK_CHANGES_DAYS,
    changesKept: settings.CROSSCHECK_CHANGES_KEPT,
    streams: settings.CROSSCHECK_STREAMS,
    allowPrivateAddresses: settings.CROSSCHECK_ALLOW_PRIVATE_ADDRESSES,
  };
}
