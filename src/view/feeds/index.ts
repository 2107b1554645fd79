import type { FeedFormat } from '../feed.ts';
import { atom } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

export const FEEDS: readonly FeedFormat[] = [jsonFeed, atom, rss];
