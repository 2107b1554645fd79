import type { Claim } from '../claim/claim.ts';
import { type Finding, Tier, Verdict } from '../finding/finding.ts';
import type { Page as Rows } from '../store/store.ts';
import type { Topic } from '../topic/topic.ts';
import { LEVEL_WORDS, TIER_WORDS, VERDICT_WORDS } from '../view/words.ts';
import { FindingCard } from './finding-card.tsx';
import { type Abilities, Page, Text } from './layout.tsx';
import { Choice, Field, moreLink } from './parts.tsx';
import type { Names } from './web.ts';

/** What the findings of a topic may be looked through by; all of it stands in the address. */
export interface FindingsFilter {
  tier?: Tier | undefined;
  verdict?: Verdict | undefined;
  level?: Finding['severity']['level'] | undefined;
  outlet?: string | undefined;
}

const LEVELS = ['high', 'medium', 'low', 'none'] as const;

/** The findings of a topic that hold all that is asked, most severe first. */
export function FindingsPage(props: {
  topic: Topic;
  since: string;
  filter: FindingsFilter;
  found: Rows<Finding>;
  claims: ReadonlyMap<string, Claim>;
  texts: ReadonlyMap<string, string>;
  names: Names;
  style: string;
  abilities: Abilities;
}) {
  const { topic, filter, found } = props;
  const path = `/topics/${encodeURIComponent(topic.id)}`;
  return (
    <Page
      title={`Differences: ${topic.title} – Crosscheck`}
      style={props.style}
      live={{ topic: topic.id, since: props.since }}
      abilities={props.abilities}
    >
      <div class="hero">
        <p class="crumbs">
          <a href={path}>
            <Text>{topic.title}</Text>
          </a>
        </p>
        <h1>What differs, and why</h1>
      </div>
      <form class="filters" action={`${path}/findings`} method="get">
        <Choice
          label="How it stands"
          name="tier"
          value={filter.tier}
          any="All"
          options={Tier.options.map((value) => ({ value, text: TIER_WORDS[value].title }))}
        />
        <Choice
          label="Verdict"
          name="verdict"
          value={filter.verdict}
          any="All"
          options={Verdict.options.map((value) => ({ value, text: VERDICT_WORDS[value] }))}
        />
        <Choice
          label="Severity"
          name="level"
          value={filter.level}
          any="All"
          options={LEVELS.map((value) => ({ value, text: LEVEL_WORDS[value] }))}
        />
        <Field label="Outlet" name="outlet" value={filter.outlet} />
        <button type="submit">Show</button>
      </form>
      <section aria-labelledby="found">
        <h2 id="found">{found.data.length === 0 ? 'Nothing was found' : 'Most severe first'}</h2>
        {found.data.map((finding) => (
          <FindingCard
            finding={finding}
            claims={finding.claims.flatMap((id) => props.claims.get(id) ?? [])}
            texts={props.texts}
            names={props.names}
          />
        ))}
        {found.next === null ? null : (
          <p class="more">
            <a href={moreLink(`${path}/findings`, filter, found.next)}>More findings</a>
          </p>
        )}
      </section>
    </Page>
  );
}
