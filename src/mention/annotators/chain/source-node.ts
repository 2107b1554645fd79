import type { AttributionKind } from '../../../vocabulary/cues.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { NameMention } from '../../mention.ts';

/** A source with what is needed to find it again by pronoun or short form. */
export interface SourceNode {
  readonly name: string;
  readonly key: string;
  readonly kind: AttributionKind;
  /** Last word of its head: "ministry", "official". */
  readonly head: string;
  readonly plural: boolean;
  /** A report, a video: something that says what nobody named says in it. */
  readonly isText: boolean;
  /** For whom a person speaks, as the article words it: "Menasha Police Chief". */
  readonly office?: string;
  /** The whole phrase: may tell a woman from a man. */
  readonly words: string;
}

export interface SourceContext {
  /** All names of the document, in text order. */
  readonly names: readonly NameMention[];
  /** For whom persons speak, by their keys, as the document words it. */
  readonly offices: ReadonlyMap<string, string>;
  /** Keys of the places that the document names. */
  readonly places: ReadonlySet<string>;
  /** Sources that have spoken so far. */
  readonly spoken: readonly SourceNode[];
  readonly vocabulary: Vocabulary;
  /** The cue can name nothing but a source: "according to". */
  readonly isSure?: boolean;
}
